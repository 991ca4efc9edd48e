/** HTML that a mail may be made of, as a start. */
export const SAMPLE_HTML = `<html>
<head><meta name="color-scheme" content="light dark"></head>
<body style="font-family: sans-serif">
  <h2 style="border-left: 6px solid {{color}}; padding-left: 10px">{{title}}</h2>
  <p>{{message}}</p>
  <table>
    {{#fields}}
    <tr><td>{{name}}</td><td>{{value}}</td></tr>
    {{/fields}}
  </table>
  {{#links}}<p><a href="{{url}}">{{text}}</a></p>{{/links}}
</body>
</html>
`;
