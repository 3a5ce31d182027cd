// The least that Node can do for a page: always the same bytes with the same headers. Told the answer and telling its
// port over the IPC channel; ends with its parent.
import http from 'node:http';

process.once('message', ({ status, headers, body }) => {
	const server = http.createServer((_request, response) => {
		response.writeHead(status, headers);
		response.end(body);
	});
	server.keepAliveTimeout = 65_000;
	server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.once('disconnect', () => process.exit());
