'use client';
import { Door } from './door';

/** What the door shows when the database does not answer. */
export default function DoorError({ error }: { error: Error & { digest?: string } }) {
	return (
		<Door house="上版">
			<h1>暂时进不去</h1>
			<p>服务器或数据库出了错，现在核对不了账号。已经保存的稿件都在，读者看报不受影响。请稍后刷新本页。</p>
			{error.digest && <p className="door-note">出错编号：{error.digest}</p>}
		</Door>
	);
}
