import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoAzimuthalEqualArea, geoContains, geoPath, type GeoProjection } from 'd3-geo';
import type { Geometry } from 'geojson';
import { iso31661 } from 'iso-3166';
import { feature, merge } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { MultiPolygon, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import type { Europe, Shape } from '../src/map/europe.ts';

type Area = MultiPolygon<{ name: string }>;
type Point = readonly [x: number, y: number];

/** Those that are drawn one by one and can be chosen; around them lies land. */
const countries = new Set(
  `AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS
   RU SE SI SK SM TR UA VA XK`.split(/\s+/),
);

/** Longitude and latitude of what has to be in the picture, far enough out on each side. */
const corners = [-24.6, 63, -10.6, 51.5, -9.6, 37, 26, 71.3, 45, 42, 43, 37, 34.2, 34.3, 24, 34.6, 14.4, 34.3];
const width = 400;
/** Square pixels below which a shape is too small to be seen or hit: it gets a mark. */
const smallest = 110;
/** Square degrees: a bend smaller than about half a pixel is left out. */
const detail = 0.004;
const simferopol: [number, number] = [34.1, 44.95];

const virtualName = 'virtual:europe';

/** Europe's countries as paths of one picture, drawn when the console is built: the browser gets no atlas and projects nothing. */
export function europe(): Plugin {
  return {
    name: 'europe',
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      const { width: w, height, land, shapes } = drawEurope();
      return `export const europe = JSON.parse(${JSON.stringify(JSON.stringify({ width: w, height, land, shapes }))});`;
    },
  };
}

function drawEurope(): Europe {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = presimplify(JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof presimplify>[0]);
  const world = (atlas.objects['countries'] as unknown as { geometries: Area[] }).geometries;
  giveCrimeaBack(atlas, world);
  const coarse = simplify(atlas, detail);
  const { projection, height } = pictured();
  const path = geoPath(projection).digits(1);
  const shapes = [...countries].toSorted().map((code) => {
    const areas = world.filter((area) => codeOf(area) === code);
    const outline = merge(coarse, areas);
    // The smallest would lose their last corner.
    const small = path.area(outline) < smallest;
    return shapeOf(code, small ? merge(atlas, areas) : outline, { small, projection });
  });
  const around = world.filter((area) => !countries.has(codeOf(area) ?? ''));
  return { width, height, land: path(merge(coarse, around)) ?? '', shapes };
}

/** The projection of the European Environment Agency's maps, equal in area, and how high the picture becomes. */
function pictured(): { projection: GeoProjection; height: number } {
  const projection = geoAzimuthalEqualArea().rotate([-10, -52]).precision(0.2);
  const coordinates = corners.flatMap((longitude, at) => (at % 2 === 0 ? [[longitude, corners[at + 1] ?? 0]] : []));
  projection.fitWidth(width, { type: 'MultiPoint', coordinates });
  const [, [, bottom]] = geoPath(projection).bounds({ type: 'MultiPoint', coordinates });
  const height = Math.ceil(bottom);
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  return { projection, height };
}

/** The atlas knows Kosovo without a number, and takes the north of Cyprus for a country. */
function codeOf({ id, properties }: Area): string | undefined {
  if (properties?.name === 'Kosovo') return 'XK';
  if (properties?.name === 'N. Cyprus') return 'CY';
  return iso31661.find(({ numeric }) => numeric === id)?.alpha2;
}

/** The atlas counts Crimea to Russia, which no member state of the European Union does. */
function giveCrimeaBack(atlas: Topology, world: Area[]): void {
  const [russia, ukraine] = ['RU', 'UA'].map((code) => world.find((area) => codeOf(area) === code));
  const at = russia?.arcs.findIndex((arcs) => geoContains(feature(atlas, { type: 'Polygon', arcs }), simferopol));
  if (russia === undefined || ukraine === undefined || at === undefined || at === -1) {
    throw new Error('The atlas draws Crimea otherwise than it did: look at its map, and mend this.');
  }
  ukraine.arcs = [...ukraine.arcs, ...russia.arcs.splice(at, 1)];
}

function shapeOf(
  code: string,
  outline: Geometry,
  { small, projection }: { small: boolean; projection: GeoProjection },
): Shape {
  const path = geoPath(projection).digits(1);
  const drawn = path(outline);
  if (drawn === null) throw new Error(`${code} lies outside of the map: take it off the list, or move the corners.`);
  const [x, y] = small ? path.centroid(outline) : inmost(largestRing(outline, projection));
  return { code, path: drawn, at: [Math.round(x), Math.round(y)], ...(small && { small }) };
}

/** The outline of a country's largest part, as it is seen. */
function largestRing(outline: Geometry, projection: GeoProjection): Point[] {
  const rings: Point[][] = [];
  const into = (...point: Point): void => void rings.at(-1)?.push(point);
  const pen = {
    beginPath() {},
    closePath() {},
    arc() {},
    moveTo: (...at: Point) => void rings.push([at]),
    lineTo: into,
  };
  geoPath(projection, pen)(outline);
  return rings.toSorted((one, other) => extent(other) - extent(one))[0] ?? [];
}

function extent(ring: readonly Point[]): number {
  const parts = edges(ring).map(([[x1, y1], [x2, y2]]) => x1 * y2 - x2 * y1);
  return Math.abs(parts.reduce((sum, part) => sum + part, 0)) / 2;
}

/** The point inside of a ring that is farthest from its edge: there a mark has the most room. Looked for on a grid, then around its best. */
function inmost(ring: readonly Point[]): Point {
  const [xs, ys] = [0, 1].map((axis) => ring.map((point) => point[axis] ?? 0)) as [number[], number[]];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const step = Math.max(right - left, bottom - top) / 24;
  const [x, y] = roomiest(ring, { left, right, top, bottom }, step);
  return roomiest(ring, { left: x - step, right: x + step, top: y - step, bottom: y + step }, step / 6);
}

function roomiest(
  ring: readonly Point[],
  box: Record<'left' | 'right' | 'top' | 'bottom', number>,
  step: number,
): Point {
  const lines = edges(ring);
  let best: Point = [box.left, box.top];
  let most = -1;
  for (let x = box.left; x <= box.right; x += step) {
    for (let y = box.top; y <= box.bottom; y += step) {
      const room = isInside([x, y], lines) ? Math.min(...lines.map((line) => distance([x, y], line))) : -1;
      if (room > most) [best, most] = [[x, y], room];
    }
  }
  return best;
}

type Line = readonly [Point, Point];

function edges(ring: readonly Point[]): Line[] {
  return ring.map((point, at) => [point, ring[(at + 1) % ring.length] ?? point]);
}

/** A line to the right crosses the ring an odd number of times. */
function isInside([x, y]: Point, lines: readonly Line[]): boolean {
  const crossed = lines.filter(
    ([[x1, y1], [x2, y2]]) => y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1,
  );
  return crossed.length % 2 === 1;
}

function distance([x, y]: Point, [[x1, y1], [x2, y2]]: Line): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}
