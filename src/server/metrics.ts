// The numbers a monitor watches, in Prometheus' text format. Counts only.
import type { Database } from "./store/database.ts";
import { readStatus } from "./store/status-store.ts";

export async function prometheusText(database: Database): Promise<string> {
  const rows = await readStatus(database);
  const sum = (count: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  const metrics = {
    sanaq_devices: rows.filter(({ device }) => device !== null).length,
    sanaq_batches_total: sum(({ batches }) => batches),
    sanaq_batches_waiting: sum(({ stored }) => stored),
    sanaq_batches_accepted_total: sum(({ accepted }) => accepted),
    sanaq_batches_refused_total: sum(({ refused }) => refused),
    sanaq_batches_quarantined: sum(({ quarantined }) => quarantined),
    sanaq_batch_copies_total: sum(({ copies }) => copies),
    sanaq_forms_total: sum(({ forms }) => forms),
  };
  return Object.entries(metrics)
    .map(([name, value]) => `# TYPE ${name} ${name.endsWith("_total") ? "counter" : "gauge"}\n${name} ${value}\n`)
    .join("");
}
