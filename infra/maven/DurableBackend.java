import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a write once it is in the file, so that a killed server has lost nothing it acknowledged. Commits lie between
 * changes, never within one, and changes that come together share a commit. Changes run alone: the server creates a
 * collection twice when two connections ask for it at once.
 */
final class DurableBackend extends H2Backend {
  /** They touch no data: a client that asks whether the server is there need not wait for a long query. */
  private static final Set<String> GREETINGS = Set.of("hello", "isMaster", "ismaster");

  private static final Set<String> READS =
      Set.of("find", "aggregate", "count", "distinct", "getMore", "ping", "endSessions");

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  DurableBackend(MVStore store) {
    super(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new BsonDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    if (GREETINGS.contains(command)) {
      return super.handleMessage(message);
    }
    boolean reads = READS.contains(command);
    Lock held = reads ? lock.readLock() : lock.writeLock();
    Document answer;
    held.lock();
    try {
      answer = super.handleMessage(message);
    } finally {
      held.unlock();
    }
    if (!reads) {
      commitAlone();
    }
    return answer;
  }

  private void commitAlone() {
    lock.writeLock().lock();
    try {
      commit();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
