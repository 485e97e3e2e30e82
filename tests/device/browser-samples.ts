/** What browsers say of themselves, as public collections of user agents show them. */

export interface BrowserSample {
  readonly title: string;
  readonly userAgent: string;
  readonly appName?: string;
  readonly isStandalone?: boolean;
  readonly touchPointCount?: number;
}

const android = 'Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.144 Mobile Safari/537.36';
const androidView = 'Mozilla/5.0 (Linux; Android 12; CPH2269 Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.6045.193 Mobile Safari/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

export const inAppSamples: readonly BrowserSample[] = [
  { title: 'Zalo on Android, which does not say that it is a view', userAgent: `${android} Zalo android/12120694 ZaloTheme/light ZaloLanguage/vn`, appName: 'Zalo' },
  { title: 'Zalo on Android with the mark of a view', userAgent: `${androidView} Zalo android/24020715 ZaloTheme/dark ZaloLanguage/vn`, appName: 'Zalo' },
  { title: 'Zalo on iPhone', userAgent: `${iphone} Zalo iOS/615 ZaloTheme/light ZaloLanguage/vn`, appName: 'Zalo' },
  { title: 'Facebook on Android', userAgent: `${androidView} [FB_IAB/FB4A;FBAV/440.0.0.28.106;]`, appName: 'Facebook' },
  { title: 'Facebook on iPhone', userAgent: `${iphone} [FBAN/FBIOS;FBAV/435.0.0.42.112;FBBV/521431005;FBDV/iPhone13,2;FBMD/iPhone;FBSN/iOS;FBSV/17.1;FBSS/3]`, appName: 'Facebook' },
  { title: 'Messenger on Android', userAgent: `${androidView} [FB_IAB/Orca-Android;FBAV/435.0.0.31.109;]`, appName: 'Messenger' },
  { title: 'Messenger on iPhone', userAgent: `${iphone} [FBAN/MessengerForiOS;FBAV/433.0.0.31.107;FBDV/iPhone12,1;FBSV/17.1]`, appName: 'Messenger' },
  { title: 'Instagram on Android', userAgent: `${androidView} Instagram 308.0.0.36.109 Android (31/12; 320dpi; 720x1448; OPPO; CPH2269; vi_VN)`, appName: 'Instagram' },
  { title: 'Instagram on iPhone', userAgent: `${iphone} Instagram 309.1.1.28.108 (iPhone13,2; iOS 17_1; vi_VN)`, appName: 'Instagram' },
  { title: 'TikTok on Android', userAgent: `${android} trill_2023109040 JsSdk/1.0 NetType/WIFI AppName/trill app_version/31.9.4 ByteLocale/vi BytedanceWebview/d8a21c6`, appName: 'TikTok' },
  { title: 'TikTok on iPhone', userAgent: `${iphone} musical_ly_31.4.0 JsSdk/2.0 NetType/WIFI Channel/App Store BytedanceWebview/d8a21c6`, appName: 'TikTok' },
  { title: 'LINE on Android', userAgent: `${androidView} Line/13.19.0/IAB`, appName: 'LINE' },
  { title: 'LINE on iPhone', userAgent: `${iphone} Safari Line/13.19.0`, appName: 'LINE' },
  { title: 'an unknown app on Android that marks its view', userAgent: androidView },
  { title: 'an unknown app on Android that hides its view', userAgent: android },
  { title: 'an unknown app on iPhone', userAgent: iphone },
];

export const browserSamples: readonly BrowserSample[] = [
  { title: 'Chrome on Android', userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36' },
  { title: 'old Chrome on Android', userAgent: 'Mozilla/5.0 (Linux; Android 8.1.0; CPH1803) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.210 Mobile Safari/537.36' },
  { title: 'Samsung Internet', userAgent: 'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36' },
  { title: 'Firefox on Android', userAgent: 'Mozilla/5.0 (Android 13; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0' },
  { title: 'Edge on Android', userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 EdgA/130.0.0.0' },
  { title: 'Chrome on Windows', userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36' },
  { title: 'Firefox on Linux', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0' },
  { title: 'Safari on a Mac', userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15' },
];

/** Real browsers of iPhones and iPads: no in-app browser, but what they keep does not last. */
export const iosSamples: readonly BrowserSample[] = [
  { title: 'Safari on iPhone', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1' },
  { title: 'Chrome on iPhone', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/123.0.6312.52 Mobile/15E148 Safari/604.1' },
  { title: 'Safari on an iPad that calls itself a Mac', userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15', touchPointCount: 5 },
];

/** Without a browser around it, an iPhone's page leaves out `Safari/` as in-app browsers do. */
export const standaloneIphone: BrowserSample = { title: 'the home screen of an iPhone', userAgent: iphone, isStandalone: true };
