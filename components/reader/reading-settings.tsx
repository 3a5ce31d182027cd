const sizes = { small: '小', normal: '标准', big: '大', huge: '特大' };
const themes = { system: '随系统', light: '浅色', dark: '深色' };

/** 阅读设置 of every page; opened from the header and from a story's tools. The script keeps what is chosen. */
export function ReadingSettings() {
	return (
		<div id="reading" className="panel" popover="auto" role="dialog" aria-label="阅读设置">
			<form>
				<Choice legend="字号" name="size" values={sizes} />
				<Choice legend="配色" name="theme" values={themes} />
				<label>
					<input type="checkbox" name="large" autoComplete="off" />
					<span>大字版：每一页都用大字，好点好按</span>
				</label>
			</form>
			<button type="button" popoverTarget="reading" popoverTargetAction="hide">
				关闭
			</button>
		</div>
	);
}

function Choice({ legend, name, values }: { legend: string; name: string; values: Record<string, string> }) {
	return (
		<fieldset>
			<legend>{legend}</legend>
			{Object.entries(values).map(([value, label]) => (
				<label key={value}>
					<input type="radio" name={name} value={value} autoComplete="off" />
					<span>{label}</span>
				</label>
			))}
		</fieldset>
	);
}
