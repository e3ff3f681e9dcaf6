import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** Its collections find documents by _id whatever else is asked of them. */
final class IdFirstDatabase extends H2Database {
  IdFirstDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, store, cursors);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    Index<Object> opened = super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    boolean onId = keys.size() == 1 && keys.get(0).getKey().equals("_id");
    return onId ? new IdFirstIndex(opened) : opened;
  }
}
