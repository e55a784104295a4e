"""Clipboards as word processors and mail programs make them; what stands in them is invented."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h2>What was agreed<o:p></o:p></h2>
<p class=MsoNormal><span lang=EN-GB>The <b>last ferry</b> waits for the <i>night bus</i> in
<st1:place w:st="on"><st1:City w:st="on">Karsund</st1:City></st1:place>, says
<a href="https://karsund.example/plan">the plan</a>.<a
style='mso-comment-reference:AB_1;mso-comment-date:20261103T1000'
href="#_msocom_1">[A1]</a><del cite="mailto:Ann"> Or not.</del><o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span><![endif]>First stop<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>with a bench<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>
&nbsp; </span></span><![endif]>Second stop<o:p></o:p></p>
<p class=MsoNormal><img width=300 height=200 src="file:///C:/Users/a/clip_image001.png" v:shapes="_x0000_i1025"></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>City</b></p></td><td><p
class=MsoNormal><b>Stops</b></p></td></tr>
<tr><td><p class=MsoNormal>Lindmouth</p></td><td><p class=MsoNormal>1,204</p></td></tr></table>
<p class=MsoNormal>After the table.<o:p></o:p></p>
<div style='mso-element:comment-list'><div style='mso-element:comment' id="_com_1"><p
class=MsoCommentText>Is that so?</p></div></div>
<!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0f3e">
<h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400">What was agreed</span></h2>
<p dir="ltr"><span style="font-weight:400">The </span><span style="font-weight:700">last ferry</span><span
style="font-weight:400;font-style:normal"> waits for the </span><span
style="font-weight:400;font-style:italic">night bus</span><span
style="font-weight:400">, says </span><a
href="https://www.google.com/url?q=https://karsund.example/plan&amp;sa=D"><span
style="font-weight:400;text-decoration:underline">the plan</span></a><span>.</span><sup><a href="#cmnt1"
id="cmnt_ref1">[a]</a></sup></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span
style="font-weight:400">First stop</span></p></li>
<ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>with a bench</span></p></li></ul></ul>
<ol><li dir="ltr" aria-level="1"><p dir="ltr"><span>Second stop</span></p></li></ol>
<p><span><img src="https://lh7.example/x" width="300"></span></p>
<p dir="ltr"><span>After the table.</span></p></b>"""

LIBRE = """<!DOCTYPE html><html><head><meta http-equiv="content-type"
content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.6"/><style
type="text/css">p { line-height: 115% }</style></head><body lang="en-GB">
<h2 class="western">What was agreed</h2>
<p style="line-height: 100%">The <font face="Serif"><b>last ferry</b></font> waits for the <i>night bus</i>, says
<a href="https://karsund.example/plan"><font color="#000080"><u>the plan</u></font></a>.</p>
<ul><li><p>First stop</p><ul><li><p>with a bench</p></li></ul></li></ul><ol><li><p>Second stop</p></li></ol>
<p><br/></p><p><img src="data:image/png;base64,AAAA" name="Image1"
width="300"/></p><p>After the table.</p></body></html>"""

OUTLOOK = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">
<h2 style="margin:0">What was agreed</h2>
<div class="elementToProof" style="font-family:Aptos;font-size:12pt">The <b>last ferry</b> waits for the <i>night
bus</i>, says
<a
href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fkarsund.example%2Fplan&amp;data=05">the
plan</a>.<o:p></o:p></div>
<div class="elementToProof"><br></div>
<ul><li><div class="elementToProof">First stop</div><ul><li><span>with a bench</span></li></ul></li></ul>
<ol><li>Second stop</li></ol><div><img src="cid:image001.png@01D"></div>
<div class="elementToProof">After the table.</div></body></html>"""
