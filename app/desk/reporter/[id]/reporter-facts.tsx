import Link from 'next/link';
import type { ReactNode } from 'react';
import { deskPictureSrc } from '@/lib/media/media';
import type { ReporterDetail } from '@/lib/reporter/read';
import { dayOf } from '@/lib/time';
import styles from '../../user/person.module.css';
import own from '../reporter.module.css';

interface ReporterFactsProps {
	reporter: ReporterDetail;
	maySeeAccounts: boolean;
}

export function ReporterFacts({ reporter, maySeeAccounts }: ReporterFactsProps) {
	const { name, pinyin, portraitId, pressCard, department, beats, email, phone, user, retiredAt } = reporter;
	const account = user && `${user.name}（${user.login}）`;
	return (
		<>
			{portraitId && (
				// biome-ignore lint/performance/noImgElement: next/image writes a style attribute, which the content policy forbids
				<img src={deskPictureSrc(portraitId, 480)} alt={name} width={120} height={160} className={own.portrait} />
			)}
			<dl className={styles.facts}>
				<Fact label="拼音">{pinyin}</Fact>
				<Fact label="部门">{department}</Fact>
				<Fact label="条线">{beats.join('、')}</Fact>
				<Fact label="记者证">{pressCard}</Fact>
				<Fact label="邮箱">{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
				<Fact label="电话">{phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}</Fact>
				<Fact label="读者页">{reporter.public ? '公开' : '不公开'}</Fact>
				<Fact label="账号">
					{user && maySeeAccounts ? <Link href={`/desk/user/${user.id}`}>{account}</Link> : account}
				</Fact>
				<Fact label="离任">{retiredAt && dayOf(retiredAt)}</Fact>
			</dl>
		</>
	);
}

/** A line of the facts; nothing where nothing is known. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
	if (!children) return null;
	return (
		<div className={own.fact}>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}
