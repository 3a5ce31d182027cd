/** Passwords of ten characters and more that lists of leaked passwords have at their top, folded. */
export const commonPasswords: ReadonlySet<string> = new Set(
	`1234567890 0123456789 9876543210 0987654321 12345678910 1234567891 123456789a a123456789 aa123456789 a1234567890
	1234567890a 12345678901 123456789012 123456789123 1234554321 1234512345 123123123123 1231231231 1122334455 112233445566
	1020304050 1029384756 1357924680 2468013579 1470258369 1472583690 147258369a 7894561230 7418529630 0147258369 1597534862
	1212121212 1010101010 0101010101 1313131313 1314520520 1314521521 5201314520 5201314521 52013141314 5201314a 5211314520
	woaini1314 woaini520 woaini5201314 woaini1314520 woaini123456 woaini12345 woaini1234 woaiwojia123 woaizhongguo nihao123456
	wodemima123 wodemima123456 mima123456 mima12345678 zhongguo123 zhonghua123 beijing2008 beijing123 shanghai123 woshishui123
	qwertyuiop qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwer123456 qwer12345678 qwerasdfzxcv qwerasdf1234
	1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc zaq12wsxcde3 qazwsxedc123 qazwsxedcrfv 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i
	q1w2e3r4t5 q1w2e3r4t5y6 asdfghjkl1 asdfghjkl123 asdfghjkl; asdf123456 asdfasdfasdf zxcvbnm123 zxcvbnm1234 zxcvbnm123456
	zxcvbnmasdfghjkl poiuytrewq mnbvcxzlkjhg abcdefghij abcdefghijk abcd123456 abcd12345678 abc123456789 abc1234567 abc12345678
	abc123abc123 abcabc123456 aaa123456789 aaaa123456 asd123456789 asd1234567 aa12345678 as12345678 qq123456789 qq1234567
	qq12345678 qwe123456789 qwe1234567 qweqwe123456 qweasdzxc123 qweasd123456 123qweasdzxc 123456qwerty 12345qwert 123456abcd
	123456aa123456 password12 password123 password1234 password12345 password123456 password123! password@123 passw0rd123
	p@ssw0rd123 p@ssword123 p@ssw0rd1234 mypassword passwordpassword newpassword admin12345 admin123456 admin12345678
	admin@123456 adminadmin adminadmin123 admin888888 administrator administrator1 root123456 root12345678 test123456
	test12345678 testtest123 user123456 guest123456 letmein123 letmein1234 welcome123 welcome1234 welcome@123 changeme123
	changeme1234 default123 iloveyou12 iloveyou123 iloveyou1234 iloveyou520 iloveyou1314 sunshine123 princess123 superman123
	football123 baseball123 basketball basketball123 michael123 jordan2323 dragon1234 monkey1234 master1234 shadow1234
	computer123 internet123 samsung123 charlie123 trustno1trustno1 whatever123 starwars123 pokemon123 liverpool123
	chelsea123 manchester manchester1 barcelona1 realmadrid alexander1 christopher elizabeth1 jennifer123 michelle123
	hello12345 hello123456 helloworld helloworld1 helloworld123 google123456 facebook123 linkedin123 taobao123456 alipay123456
	wechat123456 weixin123456 baidu123456 tencent123 1234qwerasdf 1234qwer1234 1234abcd1234 12345abcde 12345abcdef 54321abcde
	a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d5e 1a2b3c4d5e6f z1x2c3v4b5 zz123456789 z123456789 w123456789 s123456789 q123456789
	x123456789 l123456789 y123456789 wang123456 zhang123456 liu123456 chen123456 yang123456 huang123456 zhao123456
	wu12345678 zhou123456 xiaoming123 mm123456789 abc@123456 abcd@1234 aa@123456789 huawei@123 admin@1234 123456@abc
	20082008 shangban123 shangban123456 jizhe123456 bianji123456 baoshe123456 ribao123456 xinwen123456 newspaper1 newspaper123`
		.split(/\s+/)
		.filter((password) => password.length > 0),
);
