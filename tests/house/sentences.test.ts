import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composedBreaches, messagesOf, piecedBreaches, strayBreaches, styleBreaches, unusedBreaches, wordingBreaches } from './sentences.ts';
import { asLines, filesIn, root } from './source.ts';

const code = filesIn('src', ['.ts', '.tsx', '.css']);
const catalogues = filesIn('src/i18n', ['.ts']);
/** What officers and reviewers read. The words of the command line name commands and programs as they are. */
const screenWords = catalogues.filter((file) => !file.path.endsWith('/server-words.ts'));

describe('the words of the house', () => {
  test('[kV7] no sentence stands outside i18n and content', () => {
    expect(asLines(strayBreaches(code))).toEqual([]);
  });

  // Without JavaScript no catalogue can speak: that one sentence stands in the page itself.
  test('index.html holds Vietnamese in its titles and in noscript only', () => {
    const page = readFileSync(join(root, 'index.html'), 'utf8');
    const rest = page.replace(/<!--[\s\S]*?-->/g, '').replace(/<title>.*?<\/title>/s, '').replace(/<meta name="[a-z-]*title"[^>]*>/g, '')
      .replace(/<noscript>.*?<\/noscript>/s, '');
    expect(strayBreaches([{ path: 'page.ts', text: `export const page = ${JSON.stringify(rest)};` }])).toEqual([]);
  });

  test('the catalogues are found, and every message in them is used', () => {
    const messages = messagesOf(catalogues);
    expect(messages.length).toBeGreaterThan(100);
    expect(asLines(unusedBreaches(messages, code))).toEqual([]);
  });

  test('[kA11] what an officer reads is Vietnamese, calm, and at most 20 words a sentence', () => {
    expect(asLines(wordingBreaches(messagesOf(screenWords)))).toEqual([]);
  });

  test('[kV1, kV2] no line is too tight for stacked marks and none is set in capitals by style', () => {
    expect(asLines(styleBreaches(code))).toEqual([]);
  });

  test('[kV7] no sentence is put together from pieces', () => {
    expect(asLines(piecedBreaches(code.filter((file) => !file.path.startsWith('src/server/')), messagesOf(screenWords)))).toEqual([]);
  });

  test('[kV3] dates, times and numbers are written by one helper, never by the tables of a browser', () => {
    const own = code.filter((file) => file.path !== 'src/i18n/format.ts' && !file.path.startsWith('src/server/'));
    const strangers = own.filter(({ text }) => /\.toLocale(Date|Time)?String\(|Intl\.(DateTime|Number)Format|\.toFixed\(|\.get(UTC)?(Date|Month|FullYear|Hours)\(/.test(text));
    expect(strangers.map(({ path }) => path)).toEqual([]);
  });

  test('every accent is written in one way', () => {
    expect(asLines(composedBreaches([...code, ...filesIn('src', ['.json', '.md'])]))).toEqual([]);
  });
});

describe('the rule of words can say no', () => {
  const strayIn = (path: string, text: string): boolean => strayBreaches([{ path, text }]).length > 0;

  test.each([
    ["say('Đã lưu trên máy');", true],
    ['const a = `Còn ${n} việc`;', true],
    ['const a = <p>Xin chào</p>;', true],
    ['const a = <p>Home</p>;', true],
    ['const a = <button aria-label="Close">×</button>;', true],
    ['const a = <kbd>Enter</kbd>;', false],
    ["const a = text.replace('đ', 'd');", false],
    ['// Công văn, nhiệm vụ 9\nconst a = 1;', false],
    ['const a = <p class="note">{say("saved")}</p>;', false],
  ])('%s holds stray words: %j', (text, stray) => {
    expect(strayIn('src/phone/home.tsx', text)).toBe(stray);
  });

  test('a list of titles is data on the ground, a sentence is not', () => {
    expect(strayIn('src/domain/personal-data.ts', "const titles = ['ông', 'đồng chí'];")).toBe(false);
    expect(strayIn('src/domain/personal-data.ts', "const a = 'Không ghi tên người ở đây';")).toBe(true);
    expect(strayIn('src/domain/personal-data.ts', "const a = 'Chưa ghi tên.';")).toBe(true);
    expect(strayIn('src/i18n/phone-words.ts', "const a = 'Chưa ghi tên.';")).toBe(false);
  });

  test('words in a style sheet are found, comments in it are not', () => {
    expect(strayIn('src/ui/base.css', '.a::before { content: "Bắt buộc"; }')).toBe(true);
    expect(strayIn('src/ui/base.css', '/* Ngoài trời */ .a { color: red; }')).toBe(false);
  });

  test('a message that nobody says is found', () => {
    const phoneWords = { path: 'src/i18n/phone-words.ts', text: "export const phoneWords = { saved: 'Đã lưu', 'two-parts': { a: 'Một' }, gone: 'Đã mất' } as const;" };
    const stateWords = { path: 'src/i18n/state-words.ts', text: "export const stateWords = { queued: 'Chờ gửi', never: 'Không bao giờ' }; export const f = (state) => stateWords[state];" };
    const screen = { path: 'src/phone/home.tsx', text: "import { phoneWords as words } from '../i18n/phone-words.ts'; say(words.saved); say(words['two-parts'].a); const gone = 'queued';" };
    const messages = messagesOf([phoneWords, stateWords]);
    expect(messages.map((message) => message.key)).toEqual(['saved', 'two-parts', 'gone', 'queued', 'never']);
    expect(messages[1]?.texts).toEqual(['Một']);
    expect(asLines(unusedBreaches(messages, [phoneWords, stateWords, screen]))).toEqual([
      'src/i18n/phone-words.ts: unused: phoneWords.gone',
      'src/i18n/state-words.ts: unused: stateWords.never',
    ]);
  });

  test.each([
    ['Đã lưu trên máy', []],
    ['Quét mã QR bằng Zalo hoặc Chrome, còn {so} kB', []],
    ['Mở https://congdoan.vn/tin hoặc bấm Enter', []],
    ['Nguyễn Nghĩa khuếch ngoằn ngoèo quýt giếng gìn', []],
    ['Gửi lên server', ['foreign']],
    ['Mở chat', ['foreign']],
    ['Đang offline', ['foreign']],
    ['Tải file này', ['foreign']],
    ['Xong rồi!', ['calm']],
    ['Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một', ['long']],
    ['Một hai ba bốn năm sáu bảy tám chín mười. Một hai ba bốn năm sáu bảy tám chín mười một', []],
  ])('“%s” is judged %j', (text, rules) => {
    expect(wordingBreaches([{ path: 'a', catalogue: 'phoneWords', key: 'k', texts: [text] }]).map((breach) => breach.rule)).toEqual(rules);
  });

  test('tight lines and capitals are found, figures alone may be tight', () => {
    const rules = (text: string): string[] => styleBreaches([{ path: 'src/ui/a.css', text }]).map((breach) => breach.rule);
    expect(rules('.a { line-height: 1.2; }')).toEqual(['tight']);
    expect(rules('.a { font: 700 16px/1.1 Roboto; }')).toEqual(['tight']);
    expect(rules('.a { line-height: 1.1; /* numerals only */ }')).toEqual([]);
    expect(rules('.a { line-height: 1.5; font: 700 16px/1.4 Roboto; }')).toEqual([]);
    expect(rules('.a { line-height: 24px; }')).toEqual([]);
    expect(rules('.a { text-transform: uppercase; }')).toEqual(['capitals']);
  });

  test.each([
    ["const a = 'x' + say(words.waiting, { count });", true],
    ['const a = list + phoneWords.and + last;', true],
    ['const a = `${words.you} ${words.have} 3`;', true],
    ['const a = `${isBad ? words.bad : \'\'}, ${words.more}`;', true],
    ['const a = `${say(words.count, { count })} mục`;', true],
    ['const a = `${words.homeTitle} – ${words.productShort}`;', false],
    ['const a = `${title} – ${words.productShort}`;', false],
    ['const a = say(words.listEnd, { list, last });', false],
  ])('%s is put together from pieces: %j', (text, pieced) => {
    expect(piecedBreaches([{ path: 'src/phone/home.tsx', text }], []).length > 0).toBe(pieced);
  });

  test.each([', {count} mục', ' và ', 'Lỗi: '])('a message that is a piece is found: “%s”', (text) => {
    expect(piecedBreaches([], [{ path: 'a', catalogue: 'phoneWords', key: 'k', texts: [text] }])).toHaveLength(1);
  });

  test('a decomposed accent is found', () => {
    expect(composedBreaches([{ path: 'a', text: 'hoa\u0323t' }])).toHaveLength(1);
  });
});
