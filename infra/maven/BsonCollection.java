import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * Keeps documents as BSON by their _id. What it hands out is decoded anew each time, so that nobody sees a change that is
 * only half made.
 */
final class BsonCollection extends AbstractSynchronizedMongoCollection<Object> {
  private final MVMap<Object, byte[]> documents;

  BsonCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, byte[]> documents,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.documents = documents;
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object id = getIdField() == null ? UUID.randomUUID().toString() : document.get(getIdField());
    if (documents.putIfAbsent(id, Bson.encode(document)) != null) {
      throw new IllegalStateException("two documents with the key " + id + " in " + this);
    }
    return id;
  }

  @Override
  protected void handleUpdate(Object id, Document before, Document after) {
    documents.put(id, Bson.encode(after));
  }

  @Override
  protected void removeDocument(Object id) {
    if (documents.remove(id) == null) {
      throw new NoSuchElementException("no document with the key " + id);
    }
  }

  @Override
  protected Document getDocument(Object id) {
    return Bson.decode(documents.get(id));
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batchSize, Document fields) {
    Stream<Document> all = documents.values().stream().map(Bson::decode);
    return matchDocumentsFromStream(all, query, order, skip, limit, batchSize, fields);
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  /** Only statistics ask for it, and to know it costs an encoding at every change. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int change) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
