import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/**
 * The index on _id: nothing but the documents themselves, which lie in its order. It also serves conditions on _id and
 * further fields, by looking at the one document with that _id.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {
  private static final String ID = "_id";
  private final MVMap<Object, byte[]> documents;

  IdIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  @Override
  public boolean canHandle(Document query) {
    return query.containsKey(ID) && super.canHandle(idOf(query));
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return super.getPositions(idOf(query));
  }

  private static Document idOf(Document query) {
    return new Document(ID, query.get(ID));
  }

  @Override
  protected Object getPosition(KeyValue key) {
    return documents.containsKey(key.get(0)) ? key.get(0) : null;
  }

  /** A document is in the index by being in the collection. */
  @Override
  public void add(Document document, Object id, MongoCollection<Object> collection) {}

  @Override
  public Object remove(Document document) {
    return document.get(ID);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object id) {
    throw new UnsupportedOperationException("a document cannot be given another _id");
  }

  @Override
  protected Object removeDocument(KeyValue key) {
    throw new UnsupportedOperationException("a document cannot be given another _id");
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return () ->
        documents.keyList().stream().map(id -> Map.entry(new KeyValue(id), id)).iterator();
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
