import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** A database whose documents lie in the file as BSON, in the order of their _id, with the indexes that were asked for. */
final class BsonDatabase extends AbstractSynchronizedMongoDatabase<Object> {
  /** The server finds the databases of a file by this prefix of their maps. */
  private static final String DOCUMENTS = "databases.";

  private static final String INDEX = "index.";

  private final MVStore store;

  BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    return new BsonCollection(this, name, options, documents(name), cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    boolean onId = keys.size() == 1 && keys.get(0).getKey().equals("_id");
    if (!onId) {
      throw new UnsupportedOperationException("a unique index on other fields than _id: " + name);
    }
    return new IdIndex(name, keys, documents(collection));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new OrderedIndex(name, keys, map(indexName(collection, name)));
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    super.dropIndex(collection, name);
    store.removeMap(indexName(collection.getCollectionName(), name));
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    store.removeMap(documentsName(name));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    String own = getDatabaseName() + ".";
    for (String map : List.copyOf(store.getMapNames())) {
      if (map.startsWith(DOCUMENTS + own) || map.startsWith(INDEX + own)) {
        store.removeMap(map);
      }
    }
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }

  private MVMap<Object, byte[]> documents(String collection) {
    return map(documentsName(collection));
  }

  private MVMap<Object, byte[]> map(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<Object, byte[]>()
            .keyType(new BsonKeyType())
            .valueType(ByteArrayDataType.INSTANCE));
  }

  private String documentsName(String collection) {
    return DOCUMENTS + getFullCollectionNamespace(collection);
  }

  private String indexName(String collection, String name) {
    return INDEX + getFullCollectionNamespace(collection) + "." + name;
  }
}
