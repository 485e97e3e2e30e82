import { describe, expect, test } from 'vitest';
import { docxFile } from '../../src/documents/docx-file.ts';
import { printHtml, printPage } from '../../src/documents/print-page.ts';
import { periodReportDocument } from '../../src/documents/period-report.ts';
import { goldenDocuments, reportValues } from '../make/official-document.ts';
import { readDocx } from './docx-reader.ts';

const report = printPage(periodReportDocument(reportValues()));

function wordsIn(body: string): string[] {
  return [...body.matchAll(/<p [^>]*>(.*?)<\/p>/g)].map(([, text = '']) => text).filter((text) => text !== '')
    .map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

describe('the print page', () => {
  test.each(Object.keys(goldenDocuments()))('%s says what the Word file says, in the same order', async (name) => {
    const document = goldenDocuments()[name];
    if (document === undefined) throw new Error(name);
    const inWord = readDocx(await docxFile(document)).sections.flatMap(({ blocks }) => blocks)
      .flatMap((block) => block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)))
      .map(({ text }) => text).filter((text) => text !== '');
    expect(inWord.length).toBeGreaterThan(15);
    expect(wordsIn(printPage(document).body)).toEqual(inWord);
  });

  test('bears no style of its own, so that a strict policy lets it print', () => {
    expect(report.body).not.toMatch(/\sstyle=|<style|<script|\son\w+=/);
    const named = new Set([...report.body.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')).filter((name) => name.startsWith('at-')));
    expect(named.size).toBeGreaterThan(3);
    for (const name of named) expect(report.styles).toContain(`.office .${name} {`);
  });

  test('sets paper, margins and sizes from the same profile as Word', () => {
    expect(report.styles).toContain('@page { size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm;');
    expect(report.styles).toContain('@page :first { @top-center { content: none } }');
    expect(report.styles).toContain('@page turned { size: 297mm 210mm;');
    expect(report.styles).toMatch(/p\.paragraph \{ font-size: 14pt; line-height: 1\.265; text-align: justify; margin-bottom: 6pt; text-indent: 12\.7mm \}/);
    expect(report.styles).toMatch(/p\.recipientsLabel \{ font-size: 12pt; [^}]*font-weight: bold; font-style: italic/);
  });

  test('shows what was pasted as words, never as a page of its own', () => {
    const narrative = { ...reportValues().narrative, situation: '<img src=x onerror="alert(1)"> & "so"' };
    const { body } = printPage(periodReportDocument(reportValues({ narrative })));
    expect(body).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &quot;so&quot;');
    expect(body).not.toContain('<img');
  });

  test('repeats the heading of a table and turns a wide appendix', () => {
    const { body } = printPage(goldenDocuments()['district'] ?? periodReportDocument(reportValues()));
    expect(body).toMatch(/<section class="appendix turned">.*<thead><tr><th rowspan="2">.*<th colspan="3">/s);
    expect(report.body).not.toContain('turned');
    expect(report.styles).toContain('thead { display: table-header-group }');
  });

  test('is one file where no policy forbids it, named as the Word file', () => {
    expect(printHtml(report)).toMatch(/^<!doctype html><html lang="vi">.*<title>05_BC-CDCS_2020-06-03_tuyengiao-6thang<\/title><style>@page.*<\/html>$/s);
  });
});
