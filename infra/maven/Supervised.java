import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another main class, and ends with whoever started it: its standard input is a pipe from there, and closes even
 * when that process is killed. Arguments: the main class, then its own.
 */
public final class Supervised {
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread watch = new Thread(Supervised::endWithInput, "supervisor");
    watch.setDaemon(true);
    watch.start();
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException closed) {
      // A broken pipe says the same as its end.
    }
    Runtime.getRuntime().halt(1);
  }
}
