import { Outlet } from 'react-router';
import { useSession } from '../session/session';
import { NotForRole } from './not-for-role';
import { maySee, type PageName } from './pages';

/** Shows a page to who may see it; to others, whom it is for. */
export function Allowed({ page }: { readonly page: PageName }) {
  const { permissions } = useSession();
  return maySee(page, permissions) ? <Outlet /> : <NotForRole page={page} />;
}
