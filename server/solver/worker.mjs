// Runs HiGHS on a thread of its own: solving blocks whoever does it. Plain JavaScript, because a thread starts without
// the loader that development and tests use; the build makes dist/server/solver/worker.js of it.
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';

const highs = await loadHighs();
const { columns, rows, relaxed, asItIs, timeLimitMs } = workerData;
const { callbackType, modelStatus, objectiveSense } = highs.constants;

const starts = [0];
const indices = [];
const values = [];
for (const row of rows) {
  for (const [column, factor] of row.entries) {
    indices.push(column);
    values.push(factor);
  }
  starts.push(indices.length);
}
const model = highs.createModel({
  numCols: columns.length,
  numRows: rows.length,
  sense: objectiveSense.maximize,
  colCost: columns.map((one) => one.gain),
  colLower: columns.map(() => 0),
  colUpper: columns.map((one) => one.upper ?? 1),
  integrality: Int32Array.from(columns, () => (relaxed ? 0 : 1)),
  rowLower: rows.map((one) => one.lower ?? -highs.infinity),
  rowUpper: rows.map((one) => one.upper ?? highs.infinity),
  matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
});
try {
  // One seed and no gap: the same model gives the same answer, and the best one.
  model.options.set({
    ...{ output_flag: false, time_limit: timeLimitMs / 1000, random_seed: 1 },
    ...(asItIs ? { presolve: 'off' } : {}),
    ...{ mip_rel_gap: 0, mip_abs_gap: 0.5 * 1e-6 },
  });
  let told = 0;
  const finite = (value) => (typeof value === 'number' && Math.abs(value) < 1e20 ? value : null);
  model.run({
    [callbackType.mipInterrupt]({ data }) {
      const seconds = data.running_time ?? 0;
      if (seconds - told < 0.2) return;
      told = seconds;
      const progress = { seconds, best: finite(data.mip_primal_bound), bound: finite(data.mip_dual_bound) };
      parentPort.postMessage({ progress });
    },
  });
  const status = model.getModelStatus();
  const solution = model.getSolution();
  const objective = model.getObjectiveValue();
  // 2: the values keep to every row.
  const found = model.info.get('primal_solution_status') === 2;
  const answer = status === modelStatus.optimal ? 'optimal' : status === modelStatus.infeasible ? 'infeasible' : null;
  const bound = answer === 'optimal' ? objective : (finite(model.info.get('mip_dual_bound')) ?? Number.MAX_VALUE);
  const usable = answer !== 'infeasible' && found;
  parentPort.postMessage({
    solution: {
      status: answer ?? (usable ? 'feasible' : 'unknown'),
      values: usable ? Array.from(solution.colValue, relaxed ? (value) => value : Math.round) : [],
      objective: usable ? objective : 0,
      bound,
      seconds: model.getRunTime(),
    },
  });
} finally {
  model.dispose();
}
