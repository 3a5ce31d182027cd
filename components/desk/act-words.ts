/** What each act of the record is called: by room, in the order of the work. */
export const actsByRoom: Record<string, Record<string, string>> = {
	稿件: {
		'article.create': '新建',
		'article.import': '导入',
		'article.save': '保存',
		'article.restore': '恢复旧稿',
		'article.name': '给稿次命名',
		'article.unname': '去掉稿次名',
		'article.askLock': '请求接手',
		'article.giveLock': '交出',
		'article.keepLock': '请对方稍等',
		'article.takeOver': '接手',
		'article.submit': '送审',
		'article.recall': '撤回',
		'article.return': '退稿',
		'article.take': '接稿',
		'article.signFirst': '初审通过',
		'article.signSecond': '复审通过',
		'article.signOff': '签发',
		'article.unsign': '撤签',
		'article.hold': '缓发',
		'article.release': '恢复流转',
		'article.schedule': '改时限',
		'article.plan': '改计划字数',
		'article.spike': '弃用',
		'article.revive': '恢复',
		'article.place': '上版',
		'article.changePlacement': '调整版位',
		'article.movePlacement': '调版',
		'article.unplace': '从版面撤下',
		'article.publish': '刊发',
		'article.publishOnline': '上网',
		'article.time': '定时上网',
		'article.correct': '发布更正',
		'article.withdraw': '撤稿',
		'article.waiveNotice': '豁免更正版位',
		'preview.create': '生成预览链接',
		'preview.revoke': '撤销预览链接',
	},
	批注: {
		'comment.create': '批注',
		'comment.reply': '回复',
		'comment.edit': '改批注',
		'comment.resolve': '解决批注',
		'comment.reopen': '重开批注',
		'comment.delete': '删批注',
		'comment.move': '批注随文改动',
	},
	版面: {
		'edition.create': '建期',
		'edition.update': '改日期期号',
		'edition.retire': '停用',
		'edition.restore': '恢复',
		'edition.createPage': '加版',
		'edition.updatePage': '改版名责任人',
		'edition.movePage': '移版',
		'edition.removePage': '撤版',
		'edition.publish': '出版',
		'edition.time': '定时出版',
	},
	栏目: headingActs('column'),
	主题横幅: headingActs('series'),
	标签: headingActs('tag'),
	记者: {
		'reporter.create': '新建',
		'reporter.update': '修改',
		'reporter.retire': '离任',
		'reporter.restore': '复任',
	},
	账号: {
		'user.create': '新建',
		'user.update': '修改',
		'user.disable': '停用',
		'user.enable': '启用',
		'user.invite': '发设密码链接',
		'user.setPassword': '设密码',
		'user.changePassword': '改密码',
	},
	图片: { 'media.upload': '上传' },
	报纸: { 'paper.setReviewMode': '改审者分离' },
	检查: {
		'check.ignore': '忽略检查结果',
		'check.heed': '恢复检查结果',
		'check.addTerm': '加入词表',
		'check.updateTerm': '改词表',
		'check.retireTerm': '停用词',
		'check.importTerms': '导入词表',
		'check.ruleOn': '启用规则',
		'check.ruleOff': '停用规则',
	},
	人名库: {
		'ledger.propose': '读出待确认职务',
		'ledger.confirm': '确认职务',
		'ledger.reject': '否定职务',
		'ledger.update': '改职务任期',
		'ledger.add': '新建',
		'ledger.merge': '合并',
		'ledger.retire': '停用',
		'ledger.restore': '恢复',
	},
};

function headingActs(kind: string): Record<string, string> {
	return {
		[`${kind}.create`]: '新建',
		[`${kind}.update`]: '修改',
		[`${kind}.move`]: '排序',
		[`${kind}.retire`]: '停用',
		[`${kind}.restore`]: '恢复',
	};
}

const actNames = new Map(Object.values(actsByRoom).flatMap((acts) => Object.entries(acts)));

/** An act in Chinese; one that nobody has named yet stands as it is recorded. */
export function actName(act: string): string {
	return actNames.get(act) ?? act;
}

/** What the subjects of acts are. */
export const subjectTypeNames: Record<string, string> = {
	article: '稿件',
	edition: '期次',
	column: '栏目',
	series: '主题横幅',
	tag: '标签',
	reporter: '记者',
	user: '账号',
	media: '图片',
	paper: '报纸',
	check: '检查规则',
	person: '人名库',
};
