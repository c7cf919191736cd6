import { formatNumber, m } from "../../i18n/index.ts";
import type { AgeGroupCounts, ListTotals, SexCounts } from "./list-totals.ts";
import styles from "./sign-screen.module.css";

/** How many are on the list by sex and age group, and how many of them are absent, staying temporarily, staff. */
export function TotalsTable({ totals }: { readonly totals: ListTotals }) {
  const hasUnknown = totals.all.unknown > 0;
  return (
    <section>
      <h2 className={styles.title}>{m.list_sign_totals()}</h2>
      <table className={styles.totals}>
        <thead>
          <tr>
            <th scope="col">{m.list_age_group()}</th>
            <th scope="col">{m.list_sex_1()}</th>
            <th scope="col">{m.list_sex_2()}</th>
            {hasUnknown && <th scope="col">{m.list_sex_unknown()}</th>}
            <th scope="col">{m.list_total()}</th>
          </tr>
        </thead>
        <tbody>
          {totals.groups.map((group) => (
            <Row key={`${group.from}`} label={groupText(group)} counts={group} hasUnknown={hasUnknown} />
          ))}
        </tbody>
        <tfoot>
          <Row label={m.list_total()} counts={totals.all} hasUnknown={hasUnknown} />
        </tfoot>
      </table>
      <p className={styles.ofThem}>
        {m.list_of_them()}: {m.list_absent()} — {formatNumber(totals.absent)}, {m.list_temporary()} —{" "}
        {formatNumber(totals.temporary)}, {m.list_staff()}, {m.list_staff_family()} — {formatNumber(totals.staff)}
      </p>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly counts: SexCounts;
  readonly hasUnknown: boolean;
}

function Row({ label, counts, hasUnknown }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{formatNumber(counts.male)}</td>
      <td>{formatNumber(counts.female)}</td>
      {hasUnknown && <td>{formatNumber(counts.unknown)}</td>}
      <td>{formatNumber(counts.total)}</td>
    </tr>
  );
}

function groupText({ from, to }: AgeGroupCounts): string {
  if (from === null) return m.list_age_unknown();
  return to === null ? m.list_age_over({ from }) : `${from}–${to}`;
}
