/**
 * Writes every sample document to a folder, to be looked at: DOCX, the print page and its PDF; where LibreOffice and poppler are
 * found, the Word file as PDF and pictures too. Run by `node tests/tools/render-documents.ts FOLDER`. It says what it did not do, and ends with 1 where LibreOffice is not there.
 * A font with the metrics of Times New Roman and Vietnamese letters has to be there (Tinos; old Liberation lacks the letters).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { docxFile } from '../../src/documents/docx-file.ts';
import { printHtml, printPage } from '../../src/documents/print-page.ts';
import { goldenDocuments } from '../make/official-document.ts';
import { chromiumFlags, findChromium } from './chromium.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder');
mkdirSync(folder, { recursive: true });
const documents = Object.entries(goldenDocuments());
for (const [name, document] of documents) {
  writeFileSync(join(folder, `${name}.docx`), await docxFile(document));
  writeFileSync(join(folder, `${name}.html`), printHtml(printPage(document)));
}
console.log(`${documents.length} documents written to ${folder}`);

const executablePath = findChromium();
if (executablePath === undefined) console.log('no Chromium here: the print pages were not turned into PDF');
else {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  for (const [name, document] of documents) {
    const page = await browser.newPage();
    await page.setContent(printHtml(printPage(document)));
    writeFileSync(join(folder, `${name}-print.pdf`), await page.pdf({ preferCSSPageSize: true }));
    await page.close();
  }
  await browser.close();
  console.log('print pages turned into PDF by Chromium');
}

const office = spawnSync('soffice', [`-env:UserInstallation=file://${join(folder, '.office')}`, '--headless', '--convert-to', 'pdf', '--outdir', folder,
  ...documents.map(([name]) => join(folder, `${name}.docx`))]);
if (office.status !== 0) {
  console.log('no LibreOffice here: the Word files were not opened (Debian: apt-get install libreoffice-writer poppler-utils)');
  process.exitCode = 1;
}
else {
  console.log('Word files opened by LibreOffice');
  const pictured = documents.every(([name]) => spawnSync('pdftoppm', ['-r', '80', '-png', join(folder, `${name}.pdf`), join(folder, name)]).status === 0);
  console.log(pictured ? 'their pages are there as pictures' : 'no pdftoppm here: no pictures were made (Debian: apt-get install poppler-utils)');
}
