import { createBrowserRouter } from 'react-router';
import { NotFound } from './not-found';
import { PageFailed } from './page-failed';
import { Shell } from './shell';

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
            { index: true, lazy: () => import('../pages/overview/page') },
            { path: 'cases', lazy: () => import('../pages/cases/page') },
            { path: 'cases/:dossierNumber', lazy: () => import('../pages/case/page') },
            { path: 'incidents', lazy: () => import('../pages/incidents/page') },
            { path: 'batches', lazy: () => import('../pages/batches/page') },
            { path: 'batches/:id', lazy: () => import('../pages/batches/batch-page') },
            { path: 'agencies', lazy: () => import('../pages/agencies/page') },
            { path: 'indicators', lazy: () => import('../pages/indicators/page') },
            { path: 'system', lazy: () => import('../pages/system/page') },
            { path: 'audit', lazy: () => import('../pages/audit/page') },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
