'use client';
import '@/components/tokens.css';
import '@/components/visually-hidden.css';
import './desk/desk.css';
import { Failure } from '@/components/desk/failure';

/** What stands in the place of a whole document that could not be made, as when the database does not answer. */
export default function GlobalError({ error }: { error: Error }) {
	return (
		<html lang="zh-CN">
			<body className="desk">
				<title>页面没有打开</title>
				<main className="desk-main">
					<Failure error={error} retry={() => window.location.reload()} />
				</main>
			</body>
		</html>
	);
}
