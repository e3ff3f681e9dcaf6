import { createBrowserRouter, type RouteObject } from 'react-router';
import { Allowed } from './allowed';
import { NotFound } from './not-found';
import { PageFailed } from './page-failed';
import { type PageName } from './pages';
import { Shell } from './shell';

/** A page for those who may see it. */
function page(name: PageName, route: RouteObject): RouteObject {
  return { element: <Allowed page={name} />, children: [route] };
}

/** Every page is loaded when it is first opened. */
export const router = createBrowserRouter(
  [
    { path: '/sign-in', lazy: () => import('../pages/sign-in/page') },
    {
      element: <Shell />,
      hydrateFallbackElement: <></>,
      children: [
        {
          errorElement: <PageFailed />,
          children: [
            page('overview', { index: true, lazy: () => import('../pages/overview/page') }),
            page('cases', { path: 'cases', lazy: () => import('../pages/cases/page') }),
            page('case', { path: 'cases/:dossierNumber', lazy: () => import('../pages/case/page') }),
            page('incidents', { path: 'incidents', lazy: () => import('../pages/incidents/page') }),
            page('batches', { path: 'batches', lazy: () => import('../pages/batches/page') }),
            page('batches', { path: 'batches/:id', lazy: () => import('../pages/batches/batch-page') }),
            page('agencies', { path: 'agencies', lazy: () => import('../pages/agencies/page') }),
            page('indicators', { path: 'indicators', lazy: () => import('../pages/indicators/page') }),
            page('system', { path: 'system', lazy: () => import('../pages/system/page') }),
            page('audit', { path: 'audit', lazy: () => import('../pages/audit/page') }),
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
