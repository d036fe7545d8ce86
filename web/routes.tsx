import { createRootRoute, createRoute, createRouter, Outlet, type RouteComponent } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { DeskFrame, MemberFrame, OwnFrame, Start } from './layouts/Frames.tsx';
import { CrashPage, NotFoundPage, Permitted } from './layouts/Stops.tsx';
import { readSearch, writeSearch } from './navigation.ts';
import { builtScreens, type Frame, loaderOf, type Screen } from './screens.ts';
import { Skeleton } from './ui/Skeleton.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const FRAMES: Record<Frame, RouteComponent> = {
  public: Outlet,
  member: MemberFrame,
  desk: DeskFrame,
  own: OwnFrame,
};

/** A screen's code comes when it is first shown, or when the pointer rests on a link to it. */
function routeOf(screen: Screen, parent: ReturnType<typeof frameOf>) {
  const load = loaderOf(screen);
  const name = screen.file.split('/').at(-1) ?? '';
  const fetched = () =>
    (load?.() ?? Promise.reject(new Error(screen.file))).then((module) => {
      const found = module[name];
      if (!found) throw new Error(`${screen.file} exports no ${name}`);
      return { default: found };
    });
  const Shown = lazy(fetched);
  return createRoute({
    getParentRoute: () => parent,
    path: screen.path,
    loader: () => void fetched().catch(() => {}),
    component: () => (
      <Permitted action={screen.action}>
        <Suspense fallback={<Skeleton />}>
          <Shown />
        </Suspense>
      </Permitted>
    ),
  });
}

function frameOf(frame: Frame) {
  return createRoute({ getParentRoute: () => root, id: frame, component: FRAMES[frame] });
}

const frames = (Object.keys(FRAMES) as Frame[]).map((name) => {
  const frame = frameOf(name);
  return frame.addChildren(builtScreens.filter((screen) => screen.frame === name).map((one) => routeOf(one, frame)));
});

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });

export const router = createRouter({
  routeTree: root.addChildren([start, ...frames]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
