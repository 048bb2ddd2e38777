// The baseline: a raw node:http server that sends one buffer from memory, with the headers that the real server sends, and nothing else.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [path, headersJson] = process.argv.slice(2);
const body = readFileSync(path);
const headers = JSON.parse(headersJson);
const etag = headers.etag;
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
