import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * An index that is not unique, by the first of its fields: entries [value, _id]. It serves equality with and
 * ranges of that field, by narrowing what is looked at; documents without the field are not in it.
 */
final class OrderedIndex extends Index<Object> {
  private static final byte[] NOTHING = {};
  private static final Set<String> UPPER = Set.of("$lt", "$lte");
  private static final Set<String> LOWER = Set.of("$gt", "$gte");

  private final String field;
  private final MVMap<Object, byte[]> entries;

  OrderedIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> entries) {
    super(name, keys, true);
    this.field = keys.get(0).getKey();
    this.entries = entries;
  }

  @Override
  public boolean canHandle(Document query) {
    Object wanted = query.get(field);
    if (!(wanted instanceof Document condition)) {
      return isScalar(wanted);
    }
    return !condition.isEmpty()
        && condition.entrySet().stream()
            .allMatch(part -> isBound(part.getKey()) && isScalar(part.getValue()));
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    Object wanted = query.get(field);
    return wanted instanceof Document condition
        ? between(bound(condition, LOWER), bound(condition, UPPER))
        : between(wanted, wanted);
  }

  /** Bounds included: what lies on an excluded one is sorted out when the documents are looked at. */
  private List<Object> between(Object from, Object to) {
    List<Object> found = new ArrayList<>();
    Object start = from == null ? entries.firstKey() : List.of(from);
    if (start == null) {
      return found;
    }
    Iterator<Object> keys = entries.keyIterator(start);
    while (keys.hasNext()) {
      List<?> entry = (List<?>) keys.next();
      if (to != null && entries.getKeyType().compare(entry.get(0), to) > 0) {
        break;
      }
      found.add(entry.get(1));
    }
    return found;
  }

  private static Object bound(Document condition, Set<String> operators) {
    return condition.entrySet().stream()
        .filter(part -> operators.contains(part.getKey()))
        .map(part -> part.getValue())
        .findFirst()
        .orElse(null);
  }

  private static boolean isBound(String operator) {
    return UPPER.contains(operator) || LOWER.contains(operator);
  }

  private static boolean isScalar(Object value) {
    return value instanceof String || value instanceof Number;
  }

  @Override
  public void add(Document document, Object id, MongoCollection<Object> collection) {
    Object value = valueIn(document);
    if (value != null) {
      entries.put(List.of(value, id), NOTHING);
    }
  }

  @Override
  public Object remove(Document document) {
    Object value = valueIn(document);
    if (value != null) {
      entries.remove(List.of(value, document.get("_id")));
    }
    return null;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object id, MongoCollection<Object> collection) {
    if (!Objects.equals(valueIn(before), valueIn(after))) {
      remove(before);
      add(after, id, collection);
    }
  }

  private Object valueIn(Document document) {
    Object value = Utils.getSubdocumentValue(document, field);
    return Missing.isNullOrMissing(value) || !isScalar(value) ? null : value;
  }

  @Override
  public Object getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {}

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {}
}
