import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;

/** Keys of any BSON type in MongoDB's order, and lists of such keys, which are compared part by part. */
final class BsonKeyType extends BasicDataType<Object> {
  private static final Comparator<Object> ORDER = ValueComparator.asc();
  private static final byte TEXT = 1;
  private static final byte OTHER = 2;
  private static final int ROUGH_SIZE = 64;

  @Override
  public int compare(Object a, Object b) {
    if (a instanceof String one && b instanceof String other) {
      return one.compareTo(other);
    }
    if (a instanceof List<?> some && b instanceof List<?> others) {
      return compareParts(some, others);
    }
    return ORDER.compare(a, b);
  }

  private int compareParts(List<?> some, List<?> others) {
    int both = Math.min(some.size(), others.size());
    for (int i = 0; i < both; i++) {
      int order = compare(some.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(some.size(), others.size());
  }

  @Override
  public int getMemory(Object key) {
    return key instanceof String text ? 2 * text.length() + ROUGH_SIZE : 2 * ROUGH_SIZE;
  }

  @Override
  public void write(WriteBuffer buffer, Object key) {
    if (key instanceof String text) {
      buffer.put(TEXT);
      StringDataType.INSTANCE.write(buffer, text);
      return;
    }
    byte[] bytes = Bson.encode(new Document("key", key));
    buffer.put(OTHER).putVarInt(bytes.length).put(bytes);
  }

  @Override
  public Object read(ByteBuffer buffer) {
    if (buffer.get() == TEXT) {
      return StringDataType.INSTANCE.read(buffer);
    }
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return Bson.decode(bytes).get("key");
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
