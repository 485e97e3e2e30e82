import { render } from 'preact';
import type { ActivityList } from '../../../documents/activity-list.ts';
import { listWords as words } from '../../../i18n/list-words.ts';
import { unitList } from '../../unit-list.ts';
import type { UnitListOptions } from '../../unit-list.ts';
import './print-list.css';

/** Prints the list on A4. The page stands in the document only while it is printed. */
export function printList(options: UnitListOptions): void {
  const sheet = document.createElement('div');
  sheet.className = 'paper';
  document.body.append(sheet);
  const clear = (): void => {
    render(null, sheet);
    sheet.remove();
  };
  render(<Paper list={unitList(options)} />, sheet);
  // Some phones return from print() before the pages are drawn.
  addEventListener('afterprint', clear, { once: true });
  globalThis.print();
}

function Paper({ list: { title, unitName, lines, paper } }: { list: ActivityList }) {
  return (
    <>
      <p>{unitName}</p>
      <h1>{title}</h1>
      {lines.map((line) => <p key={line} class="digits">{line}</p>)}
      {paper.rows.length === 0 ? <p>{words.none}</p> : (
        <table>
          <thead><tr>{paper.head.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{paper.rows.map((row) => <tr key={row[0]}>{row.map((cell, column) => <td key={paper.head[column]}>{cell}</td>)}</tr>)}</tbody>
        </table>
      )}
      <div class="signatures"><p>{words.signature}</p><p>{words.chair}</p></div>
    </>
  );
}
