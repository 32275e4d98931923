import type { CDPSession, Page } from '@playwright/test';

/** What a page keeps after a collection. */
export interface Kept {
  /** Everything that scripts made, in bytes: objects, functions, arrays, texts. */
  readonly bytes: number;
  readonly objects: number;
  /** Elements and texts, also those that are in no document any more. */
  readonly nodes: number;
  readonly listeners: number;
  /** The whole script heap in bytes, with what the engine compiled and the browser's own records of the page. */
  readonly heap: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/**
 * What is no script's doing: compiled code, which the engine goes on making for hours, and the browser's own objects,
 * among them its bounded list of timings and, as long as a test listens, its record of requests.
 */
const notByScripts = new Set(['code', 'native', 'hidden', 'synthetic', 'object shape']);

async function takeSnapshot(client: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  client.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  client.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return JSON.parse(chunks.join('')) as Snapshot;
}

/** Takes a snapshot of the heap and adds up what scripts made. */
export async function keptBy(page: Page): Promise<Kept> {
  const client = await page.context().newCDPSession(page);
  try {
    await client.send('Performance.enable');
    for (let times = 0; times < 3; times++) await client.send('HeapProfiler.collectGarbage');
    const { snapshot, nodes } = await takeSnapshot(client);
    const { node_fields: fields, node_types } = snapshot.meta;
    const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
    let [bytes, objects] = [0, 0];
    for (let at = 0; at < nodes.length; at += fields.length) {
      if (notByScripts.has(node_types[0][nodes[at + type] ?? 0] ?? '')) continue;
      objects += 1;
      bytes += nodes[at + size] ?? 0;
    }
    const { metrics } = await client.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    const heap = (await client.send('Runtime.getHeapUsage')).usedSize;
    return { bytes, objects, nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap };
  } finally {
    await client.detach();
  }
}
