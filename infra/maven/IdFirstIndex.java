import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

/**
 * An index on _id that also serves conditions on _id and further fields, by looking at the one document with that _id. By
 * itself the server uses an index only for conditions on its very fields, and reads the whole collection for all others.
 */
final class IdFirstIndex extends Index<Object> {
  private static final String ID = "_id";
  private final Index<Object> index;

  IdFirstIndex(Index<Object> index) {
    super(index.getName(), index.getKeys(), false);
    this.index = index;
  }

  @Override
  public boolean canHandle(Document query) {
    return query.containsKey(ID) && index.canHandle(idOf(query));
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return index.getPositions(idOf(query));
  }

  private static Document idOf(Document query) {
    return new Document(ID, query.get(ID));
  }

  @Override
  public Object getPosition(Document document) {
    return index.getPosition(document);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    index.checkAdd(document, collection);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    index.add(document, position, collection);
  }

  @Override
  public Object remove(Document document) {
    return index.remove(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    index.checkUpdate(before, after, collection);
  }

  @Override
  public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
    index.updateInPlace(before, after, position, collection);
  }

  @Override
  public long getCount() {
    return index.getCount();
  }

  @Override
  public boolean isEmpty() {
    return index.isEmpty();
  }

  @Override
  public long getDataSize() {
    return index.getDataSize();
  }

  @Override
  public boolean isUnique() {
    return index.isUnique();
  }

  @Override
  public void drop() {
    index.drop();
  }
}
