package io.github.chalicemaven.report;

/** How a report looks. */
final class PageStyle {

  /** Of a report in whatever page: colours are the page's, but for marks. */
  static final String REPORT =
      """
      .cp-report h2{margin-top:2.2em}
      .cp-report h3{margin-top:1.6em}
      .cp-report code{unicode-bidi:isolate;overflow-wrap:anywhere;color:inherit;background:none;\
      border:0;padding:0;font-size:.92em;white-space:normal;\
      font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
      .cp-report p,.cp-report li{overflow-wrap:anywhere}
      .cp-report li{margin:.35em 0}
      .cp-figure{container-type:inline-size;margin:1em 0}
      .cp-figure svg{display:block;max-width:100%;height:auto}
      .cp-column svg{margin:0 auto}
      .cp-rows{display:none}
      .cp-scroll{overflow-x:auto;margin:1em 0}
      .cp-scroll table{border-collapse:collapse;width:100%;min-width:34em;table-layout:fixed;\
      display:table;border:0}
      .cp-scroll .cp-columns-2{min-width:0}
      .cp-scroll caption{caption-side:top;text-align:left;font-weight:600;padding:.4em 0;\
      color:inherit}
      .cp-scroll th,.cp-scroll td{text-align:left;vertical-align:top;font-weight:normal;\
      padding:.5em .8em .5em 0;border:0;border-top:1px solid #8b949e;background:none;\
      color:inherit;overflow-wrap:anywhere}
      .cp-scroll thead th{font-weight:600;border-top:0}
      .cp-mark{display:inline-block;font-size:.82em;font-weight:600;padding:0 .5em;\
      border-radius:1em;color:#5c2d00;background:#ffe0b3}
      .cp-listing{margin:1em 0}
      .cp-listing figcaption{font-weight:600;margin-bottom:.3em}
      .cp-listing pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;padding:.7em 1em;\
      border:1px solid #8b949e;border-radius:6px;color:inherit;background:none;line-height:1.45}
      .cp-listing pre code{white-space:pre-wrap}
      """;

  /** Of a report in a page that is light, whatever the reader prefers. */
  static final String SITE = ".cp-site .cp-picture{" + Svg.LIGHT + "}\n.cp-site a{color:#0a58ca}\n";

  /** Of a page that has no other look. */
  static final String PAGE =
      """
      :root{color-scheme:light dark}
      body{margin:0;color:#1f2328;background:#ffffff;font:16px/1.5 system-ui,-apple-system,\
      "Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
      main{max-width:1240px;margin:0 auto;padding:1em}
      h1{font-size:1.7em;line-height:1.2;overflow-wrap:anywhere}
      a{color:#0a58ca}
      nav ul{display:flex;flex-wrap:wrap;gap:.2em 1.4em;padding:0;list-style:none}
      a:focus-visible,.cp-scroll:focus-visible{outline:3px solid #0a58ca;outline-offset:2px}
      @media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#79b8ff}\
      a:focus-visible,.cp-scroll:focus-visible{outline-color:#79b8ff}}
      """;

  private PageStyle() {}
}
