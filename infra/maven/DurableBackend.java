import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a write once it is in the file, so that a killed server has lost nothing it acknowledged. Commits lie between
 * changes, never within one, and changes that come together share a commit. The first change of a collection runs alone,
 * because the server creates a collection twice when two connections ask for it at once; so does every findAndModify, whose
 * answer is the stored document itself, and must be copied before another change comes to it.
 */
final class DurableBackend extends H2Backend {
  private static final Set<String> READS =
      Set.of("find", "aggregate", "count", "distinct", "getMore", "hello", "isMaster", "ismaster", "ping", "endSessions");
  private static final Set<String> READ_AND_CHANGE = Set.of("findAndModify", "findandmodify");
  private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "findAndModify", "findandmodify");

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final Set<String> existing = ConcurrentHashMap.newKeySet();

  DurableBackend(MVStore store) {
    super(store);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new IdFirstDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    if (READS.contains(command)) {
      return super.handleMessage(message);
    }
    String collection = message.getDatabaseName() + "." + message.getDocument().get(command);
    boolean change = CHANGES.contains(command);
    boolean together = change && existing.contains(collection) && !READ_AND_CHANGE.contains(command);
    Lock held = together ? lock.readLock() : lock.writeLock();
    held.lock();
    try {
      Document answer = super.handleMessage(message);
      return READ_AND_CHANGE.contains(command) ? answer.cloneDeeply() : answer;
    } finally {
      if (change) {
        existing.add(collection);
      } else {
        existing.clear();
      }
      held.unlock();
      commitAlone();
    }
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
