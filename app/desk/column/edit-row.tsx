'use client';
import { Button } from '@/components/ui/button';
import { Cell } from '@/components/ui/table';
import { useAction } from '@/components/ui/use-action';
import type { Heading } from '@/lib/column/read';
import type { HeadingKind } from '@/lib/column/schema';
import { updateHeadingAction } from './actions';
import { HeadingFields, readHeading } from './heading-fields';
import styles from './heading-fields.module.css';

interface EditRowProps {
	kind: HeadingKind;
	heading: Heading;
	onClose: () => void;
}

/** A row of the table as a form: name, kind, introduction. The address stays what it is. */
export function EditRow({ kind, heading, onClose }: EditRowProps) {
	const update = useAction(updateHeadingAction);
	const columns = kind === 'column' ? 6 : 5;
	return (
		<tr>
			<Cell colSpan={columns}>
				<form
					className={styles.inline}
					onKeyDown={(event) => event.key === 'Escape' && onClose()}
					onSubmit={(event) => {
						event.preventDefault();
						const fields = readHeading(new FormData(event.currentTarget));
						update.run({ kind, id: heading.id, ...fields }, onClose);
					}}
				>
					<HeadingFields kind={kind} heading={heading} error={update.error} autoFocus />
					<div className={styles.acts}>
						<Button type="submit" variant="primary" pending={update.pending && '正在保存…'}>
							保存
						</Button>
						<Button onClick={onClose}>取消</Button>
					</div>
				</form>
			</Cell>
		</tr>
	);
}
