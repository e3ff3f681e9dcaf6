import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-wire server on one H2 file. Arguments: port, data file. Prints one line when it listens; SIGTERM closes the
 * file.
 */
public final class MongoWireServer {
  private static final String HOST = "127.0.0.1";

  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: MongoWireServer <port> <data file>");
      System.exit(2);
    }
    int port = Integer.parseInt(arguments[0]);
    MongoServer server = new MongoServer(new DurableBackend(open(arguments[1])).version(new Version7()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    try {
      server.bind(HOST, port);
    } catch (RuntimeException failure) {
      System.err.println("cannot listen on " + HOST + ":" + port + ": " + failure.getMessage());
      System.exit(1);
    }
    System.out.println("listening on " + HOST + ":" + port);
  }

  /**
   * The store commits only when it is told to: its own timer could write half of a change. The space of old commits is
   * used again after a second (retention in ms), which bounds the file; the cache (MB) is part of the heap.
   */
  private static MVStore open(String file) {
    MVStore store =
        new MVStore.Builder()
            .fileName(file)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(64)
            .open();
    store.setRetentionTime(1_000);
    return store;
  }

  /** What a driver is told: the drivers of today refuse the versions this server knows by itself. */
  private static final class Version7 implements MongoVersion {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(7, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 21;
    }
  }
}
