<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AllPages</name>
    <message>
        <source>Looking in page {0} of {1}: {2} found so far</source>
        <translation>正在查找第 {0} 个版面，共 {1} 个：已找到 {2} 处</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 Language</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Opening {0}…</source>
        <translation>正在打开 {0}…</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>标为</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open the clipboard&apos;s text as a page</source>
        <translation>把剪贴板文字作为一版打开</translation>
    </message>
    <message>
        <source>Paste as a new page</source>
        <translation>把剪贴板文字粘贴为新版面</translation>
    </message>
    <message>
        <source>Paste as a second piece of this page</source>
        <translation>粘贴为本版的又一段原文</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Open the version before the last save…</source>
        <translation>打开上次保存之前的版本…</translation>
    </message>
    <message>
        <source>Export to Word…</source>
        <translation>导出 Word…</translation>
    </message>
    <message>
        <source>Repeat the last export</source>
        <translation>按上次的设置再导出</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>New paragraph here</source>
        <translation>此处另起一段</translation>
    </message>
    <message>
        <source>Join with the paragraph before</source>
        <translation>与上一段接排</translation>
    </message>
    <message>
        <source>New article here</source>
        <translation>此处另起一篇</translation>
    </message>
    <message>
        <source>Join with the article before</source>
        <translation>并入上一篇</translation>
    </message>
    <message>
        <source>Restore the printed characters</source>
        <translation>恢复版面原文</translation>
    </message>
    <message>
        <source>Always correct this so…</source>
        <translation>一律照此改…</translation>
    </message>
    <message>
        <source>Take decisions here back</source>
        <translation>撤回此处所作决定</translation>
    </message>
    <message>
        <source>Article read and right</source>
        <translation>本篇已校</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题（标题）</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Subhead</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>电头</translation>
    </message>
    <message>
        <source>Crosshead</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Editor&apos;s note</source>
        <translation>编者按</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Page furniture (not exported)</source>
        <translation>版面附件（不导出）</translation>
    </message>
    <message>
        <source>Headline of no article</source>
        <translation>标题不归任何一篇</translation>
    </message>
    <message>
        <source>Next doubt</source>
        <translation>下一处存疑</translation>
    </message>
    <message>
        <source>Previous doubt</source>
        <translation>上一处存疑</translation>
    </message>
    <message>
        <source>Next suspect</source>
        <translation>下一疑误</translation>
    </message>
    <message>
        <source>Previous suspect</source>
        <translation>上一疑误</translation>
    </message>
    <message>
        <source>Fix all suspects of this kind…</source>
        <translation>同类疑误一并改…</translation>
    </message>
    <message>
        <source>This form on all pages…</source>
        <translation>各版核对这个写法…</translation>
    </message>
    <message>
        <source>All doubtful forms of the project…</source>
        <translation>全部可疑写法…</translation>
    </message>
    <message>
        <source>Ask again about all that was let be</source>
        <translation>放过的全部重新列出</translation>
    </message>
    <message>
        <source>What the house file changes…</source>
        <translation>体例文件的改动…</translation>
    </message>
    <message>
        <source>Headline of this article</source>
        <translation>本篇标题</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Raw text ⇄ proof</source>
        <translation>原文 ⇄ 校样</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>正常大小</translation>
    </message>
    <message>
        <source>Show blank lines</source>
        <translation>显示空行</translation>
    </message>
    <message>
        <source>Show spaces and line ends</source>
        <translation>显示空格与行尾</translation>
    </message>
    <message>
        <source>Doubts and corrections</source>
        <translation>存疑与修改栏</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Sample page with hints</source>
        <translation>示例版面与入门提示</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>About Galley</source>
        <translation>关于校样</translation>
    </message>
    <message>
        <source>Answer the same kind alike…</source>
        <translation>同类存疑照此办…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Send to another article…</source>
        <translation>移到另一篇…</translation>
    </message>
    <message>
        <source>Back to where the page had it</source>
        <translation>移回版面原处</translation>
    </message>
    <message>
        <source>Swap headlines with another article…</source>
        <translation>与另一篇对调标题…</translation>
    </message>
    <message>
        <source>Leave the article out of the export</source>
        <translation>本篇不导出</translation>
    </message>
    <message>
        <source>Copy as clean text</source>
        <translation>复制为净文</translation>
    </message>
    <message>
        <source>Add this article&apos;s reporters to the roster</source>
        <translation>本文记者加入名录</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Type a command…</source>
        <translation>输入命令…</translation>
    </message>
    <message>
        <source>The page&apos;s style…</source>
        <translation>本页体例…</translation>
    </message>
    <message>
        <source>Text encoding…</source>
        <translation>文字编码…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一版</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一版</translation>
    </message>
    <message>
        <source>Join with its part on another page…</source>
        <translation>接续另一版上的部分…</translation>
    </message>
    <message>
        <source>Part from the other page</source>
        <translation>拆开与另一版的接续</translation>
    </message>
    <message>
        <source>To its part on the other page</source>
        <translation>到本文在另一版的部分</translation>
    </message>
    <message>
        <source>Articles that go on elsewhere…</source>
        <translation>转版的文章…</translation>
    </message>
    <message>
        <source>Move page up</source>
        <translation>版面前移</translation>
    </message>
    <message>
        <source>Move page down</source>
        <translation>版面后移</translation>
    </message>
    <message>
        <source>Name of the page…</source>
        <translation>版面名称…</translation>
    </message>
    <message>
        <source>Remove page</source>
        <translation>移除本版</translation>
    </message>
    <message>
        <source>Read the page&apos;s text anew from a file…</source>
        <translation>从文件重新读入本版文字…</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>1 place reads otherwise than you last saw it</source>
        <translation>有 1 处与你上次看到的不同</translation>
    </message>
    <message>
        <source>{0} places read otherwise than you last saw them</source>
        <translation>有 {0} 处与你上次看到的不同</translation>
    </message>
    <message>
        <source>{0} places on {1} pages read otherwise than you last saw them</source>
        <translation>{1} 个版面上有 {0} 处与你上次看到的不同</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Put in; the page prints nothing here</source>
        <translation>添入的字，版面上没有</translation>
    </message>
    <message>
        <source>Taken out: {0}</source>
        <translation>已删去：{0}</translation>
    </message>
    <message>
        <source>The page prints: {0}</source>
        <translation>原文：{0}</translation>
    </message>
</context>
<context>
    <name>DeskCommands</name>
    <message>
        <source>&lt;h3&gt;Galley {0}&lt;/h3&gt;&lt;p&gt;Broken newspaper text in, clean Word files out.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;校样 {0}&lt;/h3&gt;&lt;p&gt;破碎的版面文字进，干净的 Word 稿件出。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.&lt;br&gt;Python {0}, Qt {1}</source>
        <translation>自由软件，按 MIT 许可证发布。&lt;br&gt;Python {0}，Qt {1}</translation>
    </message>
    <message>
        <source>About Galley</source>
        <translation>关于校样</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 Language</translation>
    </message>
    <message>
        <source>Open what was open last</source>
        <translation>打开上次的版面</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Go where one looked last</source>
        <translation>回到上次看的地方</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>打开文件时</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>A style of your own</source>
        <translation>自己的样式</translation>
    </message>
    <message>
        <source>Word templates and house files (*.dotx *.docx *.toml)</source>
        <translation>Word 模板和样式文件 (*.dotx *.docx *.toml)</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>打开一版</translation>
    </message>
    <message>
        <source>Pages and projects (*.txt *.galley)</source>
        <translation>版面文本与项目 (*.txt *.galley)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Galley projects (*.galley)</source>
        <translation>校样项目 (*.galley)</translation>
    </message>
    <message>
        <source>Export the articles into a folder</source>
        <translation>把各篇导出到文件夹</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的修改吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>没有保存</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>存到别处…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Whether it still runs on that computer cannot be seen from here. If it was switched off or crashed, go on.</source>
        <translation>那台电脑上是否仍在运行，从这里看不到。如果那台电脑已关机或程序已崩溃，可继续在此处理。</translation>
    </message>
    <message>
        <source>Throw all away</source>
        <translation>全部丢弃</translation>
    </message>
    <message>
        <source>Throw away all {0} that were not saved?</source>
        <translation>丢弃未保存的全部 {0} 项？</translation>
    </message>
    <message>
        <source>None of it can be brought back.</source>
        <translation>丢弃后无法找回。</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>之前的版本</translation>
    </message>
    <message>
        <source>Open “{0}” as it was saved before the last time, {1}?</source>
        <translation>打开“{0}”上次保存之前的版本（{1} 存）？</translation>
    </message>
    <message>
        <source>It opens as a copy without a file; nothing is overwritten.</source>
        <translation>将作为未存盘的副本打开，不覆盖任何文件。</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>已被他人改动</translation>
    </message>
    <message>
        <source>“{0}” was changed by somebody else since you opened it. Nothing was written yet.</source>
        <translation>“{0}”在您打开之后被别人改过了。还没有写入任何内容。</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Overwrite it with mine</source>
        <translation>用我的覆盖</translation>
    </message>
    <message>
        <source>Open it anew, give mine up</source>
        <translation>重新打开，放弃我的改动</translation>
    </message>
    <message>
        <source>All of your work is still open here: save it in another place, or try again.</source>
        <translation>您做的一切仍在这里打开着：可以存到别处，或者再试一次。</translation>
    </message>
    <message>
        <source>Open already</source>
        <translation>已经打开</translation>
    </message>
    <message>
        <source>“{0}” is open in another window already, since {2}.</source>
        <translation>“{0}”已在另一个窗口中打开（{2} 起）。</translation>
    </message>
    <message>
        <source>“{0}” is open in another Galley, on {1} since {2}.</source>
        <translation>“{0}”已在另一个校样程序中打开（{1}，{2} 起）。</translation>
    </message>
    <message>
        <source>Who saves last would have to overwrite what the other did.</source>
        <translation>后保存的一方将不得不覆盖另一方的改动。</translation>
    </message>
    <message>
        <source>Work here all the same</source>
        <translation>仍在此处编辑</translation>
    </message>
    <message>
        <source>Close it here</source>
        <translation>在此处关闭</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Doubts</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>No doubts are left on this page.</source>
        <translation>本版已无存疑。</translation>
    </message>
    <message>
        <source>Nothing was corrected yet. Type in the proof to correct characters.</source>
        <translation>还没有改动。在校样中直接键入即可改字。</translation>
    </message>
    <message>
        <source>Nothing is suspect on this page.</source>
        <translation>本版没有疑误。</translation>
    </message>
    <message>
        <source>Restore the printed characters</source>
        <translation>恢复版面原文</translation>
    </message>
    <message>
        <source>Restore what the page prints (Delete)</source>
        <translation>恢复版面上的原字（Delete）</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Suspects</source>
        <translation>疑误</translation>
    </message>
    <message>
        <source>Typed {0}</source>
        <translation>键入的{0}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>去掉</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>This cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} 个文件</translation>
    </message>
    <message>
        <source>Pasted page</source>
        <translation>粘贴的版面</translation>
    </message>
    <message>
        <source>The house file cannot be read: {0}</source>
        <translation>体例文件读不出来：{0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 等，另 {1} 版</translation>
    </message>
    <message>
        <source>No earlier version of this project is kept</source>
        <translation>没有保留此项目更早的版本</translation>
    </message>
    <message>
        <source>{0} (earlier version)</source>
        <translation>{0}（之前的版本）</translation>
    </message>
    <message>
        <source>This could not be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept for a crash ({0}). Save often.</source>
        <translation>无法为意外退出保留未保存的工作（{0}）。请经常保存。</translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>next doubt</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Esc back to the text</source>
        <translation>Esc 回到正文</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Type it now</source>
        <translation>现在键入</translation>
    </message>
    <message>
        <source>It is this line:</source>
        <translation>就是这一行：</translation>
    </message>
    <message>
        <source>It has none; leave it so</source>
        <translation>本篇确无，不再提示</translation>
    </message>
    <message>
        <source>It belongs to no article</source>
        <translation>不归任何一篇</translation>
    </message>
    <message>
        <source>As the page has it:</source>
        <translation>照原样：</translation>
    </message>
    <message>
        <source>Moved to {0}:</source>
        <translation>移到{0}：</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Doubt {0}/{1}</source>
        <translation>存疑 {0}/{1}</translation>
    </message>
    <message>
        <source>All doubts of this page are decided.</source>
        <translation>本版存疑已全部处理。</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Let go: it is added to this project, or opened instead, as you choose</source>
        <translation>松开鼠标：加为本项目的新版面，或改为打开它，由您选择</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Copied {0}</source>
        <translation>已复制 {0}</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>No page is open</source>
        <translation>没有打开的版面</translation>
    </message>
    <message>
        <source>Drop a newspaper page here</source>
        <translation>把一版报纸的文本拖到这里</translation>
    </message>
    <message>
        <source>A text file as it was copied out of a PDF or an OCR program, or a project.</source>
        <translation>从 PDF 复制或 OCR 得到的文本文件，或校样项目。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste its text</source>
        <translation>粘贴文字</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
</context>
<context>
    <name>EncodingCard</name>
    <message>
        <source>Text encoding</source>
        <translation>文字编码</translation>
    </message>
</context>
<context>
    <name>Encodings</name>
    <message>
        <source>Read as {0}, which is not certain.</source>
        <translation>按 {0} 读取，但不能确定。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Pasted text came as characters: it has no encoding</source>
        <translation>粘贴的文字没有编码可选</translation>
    </message>
    <message>
        <source>What you decided is carried over to the new text.</source>
        <translation>已作的决定会带到新文本上。</translation>
    </message>
    <message>
        <source>{0} begins in each encoding like this. Enter takes one.</source>
        <translation>{0} 按各种编码读出的开头如下，按回车选用。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>An export is under way</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>This was not exported yet: say how, and the next time one key does.</source>
        <translation>这里还没有导出过：先选定怎样导出，下次一个键就够。</translation>
    </message>
    <message>
        <source>Say into which folder.</source>
        <translation>请指定文件夹。</translation>
    </message>
    <message>
        <source>Called off: nothing was exported</source>
        <translation>已取消，什么也没有导出</translation>
    </message>
    <message>
        <source>Nothing was exported. {0}</source>
        <translation>没有导出。{0}</translation>
    </message>
    <message>
        <source>This could not be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>1 file was exported to {0}</source>
        <translation>已导出 1 个文件到 {0}</translation>
    </message>
    <message>
        <source>{0} files were exported to {1}</source>
        <translation>已导出 {0} 个文件到 {1}</translation>
    </message>
    <message>
        <source> ({0} unchanged)</source>
        <translation>（{0} 个未变）</translation>
    </message>
    <message>
        <source>; 1 is left out</source>
        <translation>；1 篇不导出</translation>
    </message>
    <message>
        <source>; {0} are left out</source>
        <translation>；{0} 篇不导出</translation>
    </message>
    <message>
        <source>; 1 character that such a file cannot hold stands as �</source>
        <translation>；有 1 个字符无法写入此类文件，以 � 代替</translation>
    </message>
    <message>
        <source>; {0} characters that such a file cannot hold stand as �</source>
        <translation>；有 {0} 个字符无法写入此类文件，以 � 代替</translation>
    </message>
    <message>
        <source>; “{0}” is an earlier export of one of them</source>
        <translation>；“{0}”是其中一篇以前导出的</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>; {0} files there are earlier exports of them</source>
        <translation>；另有 {0} 个文件是这些稿件以前导出的</translation>
    </message>
    <message>
        <source>Remove those</source>
        <translation>删除这些文件</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>“{0}” is removed</source>
        <translation>已删除“{0}”</translation>
    </message>
    <message>
        <source>{0} earlier exports are removed</source>
        <translation>已删除 {0} 个以前导出的文件</translation>
    </message>
    <message>
        <source>; 1 was changed meanwhile and stays</source>
        <translation>；1 个期间被人改过，保持原样</translation>
    </message>
    <message>
        <source>; {0} were changed meanwhile and stay</source>
        <translation>；{0} 个期间被人改过，保持原样</translation>
    </message>
    <message>
        <source>This could not be removed</source>
        <translation>无法删除</translation>
    </message>
    <message>
        <source>Exporting to {0}…</source>
        <translation>正在导出到 {0}…</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All articles in one file</source>
        <translation>所有稿件写入一个文件</translation>
    </message>
    <message>
        <source>Captions too</source>
        <translation>也导出图片说明</translation>
    </message>
    <message>
        <source>Replace those too</source>
        <translation>也替换这些文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Word template…</source>
        <translation>Word 模板…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Articles of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>将写出的文件</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Word, corrections tracked and doubts as comments</source>
        <translation>Word 校样（修改为修订，存疑为批注）</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>本版</translation>
    </message>
    <message>
        <source>all pages of the project</source>
        <translation>项目的所有版面</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……另有 {0} 个</translation>
    </message>
    <message>
        <source>Not on this computer, so others stand in for them here: {0}</source>
        <translation>本机没有这些字体，预览以其他字体代替：{0}</translation>
    </message>
    <message>
        <source>1 file was changed since it was exported and stays as it is.</source>
        <translation>1 个文件导出后被改过，保持原样。</translation>
    </message>
    <message>
        <source>{0} files were changed since and stay as they are.</source>
        <translation>{0} 个文件导出后被改过，保持原样。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Not in the roster of reporters: {0}</source>
        <translation>记者名录中没有：{0}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入名录</translation>
    </message>
    <message>
        <source>In the roster now: {0}</source>
        <translation>已加入名录：{0}</translation>
    </message>
    <message>
        <source>These lines belong to</source>
        <translation>这些行归入</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>剪贴板里没有文字。</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>This takes too long: the search was stopped after {0} seconds.</source>
        <translation>查找耗时过长，已在 {0} 秒后停止。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>共 {0} 处</translation>
    </message>
    <message>
        <source>A bracket ( is not closed.</source>
        <translation>有括号“(”没有配对的“)”。</translation>
    </message>
    <message>
        <source>A bracket ) was not opened.</source>
        <translation>有括号“)”没有配对的“(”。</translation>
    </message>
    <message>
        <source>A set [ is not closed.</source>
        <translation>字符集“[”没有配对的“]”。</translation>
    </message>
    <message>
        <source>A range in a set runs backwards.</source>
        <translation>字符集里的范围首尾颠倒。</translation>
    </message>
    <message>
        <source>There is nothing before * + or ? to repeat.</source>
        <translation>“*”“+”“?”前面没有可重复的内容。</translation>
    </message>
    <message>
        <source>There is no such group.</source>
        <translation>没有这个分组。</translation>
    </message>
    <message>
        <source>A backslash stands before what it cannot mean.</source>
        <translation>反斜杠后的字符没有意义。</translation>
    </message>
    <message>
        <source>What a look-behind asks for is too long.</source>
        <translation>后顾断言过长。</translation>
    </message>
    <message>
        <source>The pattern is too large.</source>
        <translation>表达式过大。</translation>
    </message>
    <message>
        <source>This cannot be read as a regular expression.</source>
        <translation>这不是有效的正则表达式。</translation>
    </message>
    <message>
        <source>In the replacement: {0}</source>
        <translation>替换内容有误：{0}</translation>
    </message>
    <message>
        <source>{0} (character {1})</source>
        <translation>{0}（第 {1} 个字符）</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>全词</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>全词匹配（西文）</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Look in the raw text as it came</source>
        <translation>在未整理的原文里查找</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Preview replacements…</source>
        <translation>预览替换…</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>全部版面</translation>
    </message>
    <message>
        <source>Look in all pages</source>
        <translation>在全部版面中查找</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Doubtful forms</source>
        <translation>可疑写法</translation>
    </message>
    <message>
        <source>Mend {0}  Enter</source>
        <translation>改正 {0} 处  回车</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>Checking page {0} of {1}…</source>
        <translation>正在检查第 {0} 版，共 {1} 版……</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>No form is suspect on any page of this project.</source>
        <translation>本项目各版没有可疑写法。</translation>
    </message>
    <message>
        <source>Doubtful forms: {0} · places: {1}</source>
        <translation>{0} 个可疑写法，共 {1} 处</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>First hints</source>
        <translation>入门提示</translation>
    </message>
    <message>
        <source>Galley in three steps</source>
        <translation>三步上手</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Left is the text as it came, right what it says. Click anywhere: both look at the same place. What you type in the proof corrects the text.</source>
        <translation>左边是原文，右边是排好的校样。点任何一处，两边同看一处；在校样里打字就是改错。</translation>
    </message>
    <message>
        <source>{next_doubt} goes to what Galley is not sure of: Enter takes the first reading, Space the second. {split} and {join} make and join paragraphs.</source>
        <translation>{next_doubt} 走到拿不准的地方：回车取第一种读法，空格取第二种。{split} 另起一段，{join} 并回上段。</translation>
    </message>
    <message>
        <source>{palette} finds every command, {keys} shows all keys. {export} writes Word.</source>
        <translation>{palette} 找任何命令，{keys} 看全部按键，{export} 导出 Word。</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>As it was opened</source>
        <translation>打开时</translation>
    </message>
</context>
<context>
    <name>HouseList</name>
    <message>
        <source>What the house file changes</source>
        <translation>体例文件的改动</translation>
    </message>
    <message>
        <source>Leave it so  {0}</source>
        <translation>保持原样  {0}</translation>
    </message>
    <message>
        <source>Leave the project as it is</source>
        <translation>项目保持原样</translation>
    </message>
    <message>
        <source>Take {0} rules  Enter</source>
        <translation>采用 {0} 条  回车</translation>
    </message>
</context>
<context>
    <name>HouseRules</name>
    <message>
        <source>There is no correction here that could be a rule</source>
        <translation>这里没有可作规则的改动</translation>
    </message>
    <message>
        <source>A rule of the house: always {0} → {1}?</source>
        <translation>作为社规：一律 {0} → {1}？</translation>
    </message>
    <message>
        <source>Make it a rule</source>
        <translation>定为规则</translation>
    </message>
    <message>
        <source>Always {0} → {1}: in this project, and a line in {2}.</source>
        <translation>一律 {0} → {1}：已存入本项目，并写入 {2}。</translation>
    </message>
    <message>
        <source>{0} replaced.</source>
        <translation>已改 {0} 处。</translation>
    </message>
    <message>
        <source>The rule is in this project, but could not be written: {0}</source>
        <translation>规则已存入本项目，但未能写入文件：{0}</translation>
    </message>
    <message>
        <source>{0} → {1} was corrected {2} times:</source>
        <translation>{0} → {1} 已改过 {2} 次：</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Always…</source>
        <translation>一律照改…</translation>
    </message>
</context>
<context>
    <name>HouseUpdate</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分数</translation>
    </message>
    <message>
        <source>thousands</source>
        <translation>千分位</translation>
    </message>
    <message>
        <source>ranges</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>No house file is chosen, and no rule was made here.</source>
        <translation>没有选用体例文件，也没有在这里定过规则。</translation>
    </message>
    <message>
        <source>The house file cannot be read: {0}</source>
        <translation>体例文件读不出来：{0}</translation>
    </message>
    <message>
        <source>The house file differs from what this project keeps: {0} rules.</source>
        <translation>体例文件与本项目所存的不同：{0} 条规则。</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>看看改动…</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>This project keeps what the house file says.</source>
        <translation>本项目所存的与体例文件一致。</translation>
    </message>
    <message>
        <source>Looking at what the house file changes…</source>
        <translation>正在查看体例文件会改动什么…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The house file differs in {0} rules; ticked: {1} more suspects, {2} fewer</source>
        <translation>体例文件有 {0} 条规则不同；所选的使疑误多 {1} 处，少 {2} 处</translation>
    </message>
    <message>
        <source>{0} more suspects</source>
        <translation>疑误多 {0} 处</translation>
    </message>
    <message>
        <source>{0} fewer</source>
        <translation>少 {0} 处</translation>
    </message>
    <message>
        <source>{0} matter otherwise</source>
        <translation>{0} 处改变轻重</translation>
    </message>
    <message>
        <source>{0} articles read otherwise</source>
        <translation>{0} 篇的整理结果不同</translation>
    </message>
    <message>
        <source>changes nothing on these pages</source>
        <translation>对这些版面没有影响</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>文件中没有</translation>
    </message>
    <message>
        <source>Pattern: {0}</source>
        <translation>式样：{0}</translation>
    </message>
    <message>
        <source>Reporter: {0}</source>
        <translation>记者：{0}</translation>
    </message>
    <message>
        <source>{0} rules of the house were taken, one step to undo.</source>
        <translation>已采用 {0} 条体例规则，可一步撤销。</translation>
    </message>
    <message>
        <source>The project keeps its rules as they are</source>
        <translation>项目保留原有规则</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>{0} files</source>
        <translation>{0} 个文件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>{0} dropped here</source>
        <translation>拖入：{0}</translation>
    </message>
    <message>
        <source>Add to this project</source>
        <translation>加为新版面</translation>
    </message>
    <message>
        <source>Open instead</source>
        <translation>改为打开它</translation>
    </message>
    <message>
        <source>The raw text stays as it came. Add what you paste as:</source>
        <translation>原文不可改动。粘贴的文字作为：</translation>
    </message>
    <message>
        <source>A second piece of this page</source>
        <translation>本版的又一段</translation>
    </message>
    <message>
        <source>A new page</source>
        <translation>新的一版</translation>
    </message>
    <message>
        <source>The text was added behind the page&apos;s own</source>
        <translation>已添加在本版原文之后</translation>
    </message>
    <message>
        <source>1 page was added</source>
        <translation>已加入 1 个版面</translation>
    </message>
    <message>
        <source>{0} pages were added</source>
        <translation>已加入 {0} 个版面</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令与按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>另一个键</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <source>Reset this one</source>
        <translation>恢复本项</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>请按键</translation>
    </message>
    <message>
        <source>{0} writes or moves in the text; hold Ctrl or Alt with it</source>
        <translation>{0} 用于打字或移动光标，请与 Ctrl 或 Alt 同按</translation>
    </message>
    <message>
        <source>{0} is the key of: {1}</source>
        <translation>{0} 已用于：{1}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>On the doubt&apos;s card</source>
        <translation>存疑卡片上</translation>
    </message>
    <message>
        <source>The first reading</source>
        <translation>取第一种读法</translation>
    </message>
    <message>
        <source>The second reading</source>
        <translation>取第二种读法</translation>
    </message>
    <message>
        <source>Further readings</source>
        <translation>取其余读法</translation>
    </message>
    <message>
        <source>The same answer for its kind</source>
        <translation>同类照此处理</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>On the suspect&apos;s card, in the list</source>
        <translation>疑误卡片与列表</translation>
    </message>
    <message>
        <source>Take the fix</source>
        <translation>照改</translation>
    </message>
    <message>
        <source>Let it be here</source>
        <translation>此处放过</translation>
    </message>
    <message>
        <source>Let it be on all pages</source>
        <translation>全项目放过</translation>
    </message>
    <message>
        <source>All of its kind</source>
        <translation>同类一并</translation>
    </message>
    <message>
        <source>In lists with ticks</source>
        <translation>勾选列表中</translation>
    </message>
    <message>
        <source>Tick the row, or not</source>
        <translation>勾选或取消本行</translation>
    </message>
    <message>
        <source>Tick, or cross, and go on</source>
        <translation>选或不选，到下一行</translation>
    </message>
    <message>
        <source>Tick all or none</source>
        <translation>全选或全不选</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>执行所勾选的</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>The menu</source>
        <translation>主菜单</translation>
    </message>
    <message>
        <source>From view to view</source>
        <translation>依次走过各处</translation>
    </message>
    <message>
        <source>Menu of the place</source>
        <translation>当前处的菜单</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>放大或缩小文字</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有相符的</translation>
    </message>
</context>
<context>
    <name>Kin</name>
    <message>
        <source>All {0} of this kind…</source>
        <translation>同类 {0} 处一并改…</translation>
    </message>
    <message>
        <source>Nothing of this kind can be put in by itself.</source>
        <translation>这一类没有现成的改法。</translation>
    </message>
    <message>
        <source>{0} were mended, one step to undo.</source>
        <translation>改正了 {0} 处，可一步撤销。</translation>
    </message>
</context>
<context>
    <name>KinList</name>
    <message>
        <source>Suspects of one kind</source>
        <translation>同类疑误</translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <source>Articles that go on elsewhere</source>
        <translation>转版的文章</translation>
    </message>
    <message>
        <source>Never  Delete</source>
        <translation>不再提示  Delete</translation>
    </message>
    <message>
        <source>Never offer the row in use again</source>
        <translation>不再提示所选的一行</translation>
    </message>
    <message>
        <source>Join {0}  Enter</source>
        <translation>接续 {0} 篇  回车</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>1 article seems to go on on another page</source>
        <translation>有 1 篇文章看来转到了别的版</translation>
    </message>
    <message>
        <source>{0} articles seem to go on on other pages</source>
        <translation>有 {0} 篇文章看来转到了别的版</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>→ {0}</source>
        <translation>转{0}</translation>
    </message>
    <message>
        <source>← {0}</source>
        <translation>接{0}</translation>
    </message>
    <message>
        <source>→ {0}?</source>
        <translation>转{0}？</translation>
    </message>
    <message>
        <source>← {0}?</source>
        <translation>接{0}？</translation>
    </message>
    <message>
        <source>continues on {0} →</source>
        <translation>下转{0} →</translation>
    </message>
    <message>
        <source>← continued from {0}</source>
        <translation>← 上接{0}</translation>
    </message>
    <message>
        <source>Goes on in…</source>
        <translation>转接到……</translation>
    </message>
    <message>
        <source>Look at the other page first, then join</source>
        <translation>请先打开另一版，再来接续</translation>
    </message>
    <message>
        <source>Joined: goes on on {0}</source>
        <translation>已接续：转{0}</translation>
    </message>
    <message>
        <source>{0} articles joined, one step to undo.</source>
        <translation>已接续 {0} 篇，可一步撤销。</translation>
    </message>
    <message>
        <source>They are one already</source>
        <translation>它们已经是一篇</translation>
    </message>
    <message>
        <source>This article has no part on another page</source>
        <translation>本文在别的版上没有部分</translation>
    </message>
    <message>
        <source>No jump line leads to a page of this project</source>
        <translation>没有转版标记指向本项目的版面</translation>
    </message>
    <message>
        <source>These go on on another page</source>
        <translation>这些文章转到别的版</translation>
    </message>
    <message>
        <source>Not offered again; undo brings the offer back</source>
        <translation>不再提示；撤销可恢复</translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message>
        <source>What could not be carried over</source>
        <translation>未能带到新文字的决定</translation>
    </message>
    <message>
        <source>These decisions speak of text that is no more, or not the same. The others stand as they were.</source>
        <translation>下列决定所指的文字已不存在或已不同。其余决定照旧有效。</translation>
    </message>
    <message>
        <source>correction: {0}</source>
        <translation>更正：{0}</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>a heading&apos;s article</source>
        <translation>标题所属的文章</translation>
    </message>
    <message>
        <source>moved text</source>
        <translation>移动的文字</translation>
    </message>
    <message>
        <source>a field: {0}</source>
        <translation>栏目：{0}</translation>
    </message>
    <message>
        <source>marked as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>left out of the export</source>
        <translation>不导出</translation>
    </message>
    <message>
        <source>an answered doubt</source>
        <translation>已答的存疑</translation>
    </message>
    <message>
        <source>a check told to be quiet</source>
        <translation>已忽略的检查</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>What can be done about it</source>
        <translation>可以这样处理</translation>
    </message>
    <message>
        <source>What else can be done</source>
        <translation>还可以怎样处理</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Suggestions</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>↓ choose · Enter take · Esc close</source>
        <translation>↓ 选择 · 回车 采用 · Esc 关闭</translation>
    </message>
    <message>
        <source>of no article</source>
        <translation>未归入</translation>
    </message>
    <message>
        <source>beside the text</source>
        <translation>文前文后</translation>
    </message>
    <message>
        <source>of another article</source>
        <translation>别篇的</translation>
    </message>
    <message>
        <source>roster</source>
        <translation>名录</translation>
    </message>
    <message>
        <source>as on this page</source>
        <translation>本版惯用</translation>
    </message>
</context>
<context>
    <name>OpenEnds</name>
    <message>
        <source>1 doubt is not decided</source>
        <translation>1 处存疑未定</translation>
    </message>
    <message>
        <source>{0} doubts are not decided</source>
        <translation>{0} 处存疑未定</translation>
    </message>
    <message>
        <source>1 suspect is open</source>
        <translation>有 1 处疑误</translation>
    </message>
    <message>
        <source>{0} suspects are open</source>
        <translation>有 {0} 处疑误</translation>
    </message>
    <message>
        <source>1 article has no headline</source>
        <translation>1 篇缺标题</translation>
    </message>
    <message>
        <source>{0} articles have no headline</source>
        <translation>{0} 篇缺标题</translation>
    </message>
    <message>
        <source>1 article is not marked as read</source>
        <translation>1 篇未标为已校</translation>
    </message>
    <message>
        <source>{0} articles are not marked as read</source>
        <translation>{0} 篇未标为已校</translation>
    </message>
    <message>
        <source>Still open: {0}</source>
        <translation>尚未处理：{0}</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OtherwiseDialog</name>
    <message>
        <source>Read otherwise than you saw it</source>
        <translation>与您看到的读法不同</translation>
    </message>
    <message>
        <source>This project was last read by an older analysis. What you decided and the articles you marked as read are as they were; these places changed.</source>
        <translation>这个项目上次由旧版分析读取。您的决定和标为已读的文章都保持原样；变化的是下列各处。</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Articles of the page</source>
        <translation>本版各篇</translation>
    </message>
    <message>
        <source>Lines of no article</source>
        <translation>未归入的行</translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation>版面附件</translation>
    </message>
    <message>
        <source>not exported</source>
        <translation>不导出</translation>
    </message>
</context>
<context>
    <name>PageCard</name>
    <message>
        <source>Name of the page</source>
        <translation>版面名称</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>版名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Empty is as the page has it · Enter takes · Esc leaves</source>
        <translation>留空则依版面所示 · 回车确定 · Esc 取消</translation>
    </message>
</context>
<context>
    <name>PageReader</name>
    <message>
        <source>The page could not be read: {0}</source>
        <translation>本版无法识读：{0}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>识读</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>正在通读本版…</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>There is no page beyond this one</source>
        <translation>前后没有别的版面了</translation>
    </message>
    <message>
        <source>The page is at the end already</source>
        <translation>版面已在尽头</translation>
    </message>
    <message>
        <source>“{0}” was removed; undo brings it back.</source>
        <translation>已移除“{0}”；撤销即可恢复。</translation>
    </message>
    <message>
        <source>A project keeps one page at least</source>
        <translation>一个项目至少要有一个版面</translation>
    </message>
    <message>
        <source>The page is called so already</source>
        <translation>版面名称没有变化</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Not possible now: {0}</source>
        <translation>现在不能：{0}</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有相符的命令或稿件</translation>
    </message>
</context>
<context>
    <name>PaletteCard</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command or a headline…</source>
        <translation>输入命令或标题，可用拼音首字母…</translation>
    </message>
</context>
<context>
    <name>PlaceMenus</name>
    <message>
        <source>Restore “{0}”</source>
        <translation>恢复“{0}”</translation>
    </message>
    <message>
        <source>Headline of article</source>
        <translation>作为标题归入</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The first page</source>
        <translation>第一页</translation>
    </message>
    <message>
        <source>Pages as they are printed</source>
        <translation>打印出来的样子</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>共 {0} 页</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>共 1 页</translation>
    </message>
</context>
<context>
    <name>PrintWindow</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部稿件</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>打印内容</translation>
    </message>
    <message>
        <source>Each on a page of its own</source>
        <translation>每篇另起一页</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Galley: all keys</source>
        <translation>Galley 校样：全部按键</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>正在排页…</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>共 {0} 页</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>共 1 页</translation>
    </message>
    <message>
        <source>The pages are in {0}</source>
        <translation>已存到 {0}</translation>
    </message>
    <message>
        <source>It could not be written to {0}.</source>
        <translation>无法写入 {0}。</translation>
    </message>
    <message>
        <source>The printer does not take it.</source>
        <translation>打印机没有接受。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ProofFields</name>
    <message>
        <source>(No headline: press F2 to type one)</source>
        <translation>（缺标题：按 F2 键入）</translation>
    </message>
    <message>
        <source>+ {0}</source>
        <translation>＋ {0}</translation>
    </message>
    <message>
        <source>{0} ({1} stands in the dateline)</source>
        <translation>{0}（{1} 已在电头）</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Galley&apos;s own</source>
        <translation>本程序自带搭配</translation>
    </message>
    <message>
        <source>As at the first start</source>
        <translation>恢复初始样式</translation>
    </message>
    <message>
        <source>Font of the proof</source>
        <translation>校样字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Ctrl and the wheel make both texts larger or smaller for reading.</source>
        <translation>按住 Ctrl 转滚轮，两边文字一同放大或缩小。</translation>
    </message>
</context>
<context>
    <name>ProofPane</name>
    <message>
        <source>{0} ({1} restores it)</source>
        <translation>{0}（{1} 恢复）</translation>
    </message>
    <message>
        <source>Typed; the page does not have it</source>
        <translation>键入的，版面上没有</translation>
    </message>
    <message>
        <source>{0} ({1} takes it away)</source>
        <translation>{0}（{1} 去掉）</translation>
    </message>
</context>
<context>
    <name>ProofView</name>
    <message>
        <source>not exported</source>
        <translation>不导出</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>校样</translation>
    </message>
</context>
<context>
    <name>RawPane</name>
    <message>
        <source>Raw text</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message>
        <source>Column {0} em</source>
        <translation>栏宽 {0} 字</translation>
    </message>
    <message>
        <source>K</source>
        <translation>引</translation>
    </message>
    <message>
        <source>H</source>
        <translation>题</translation>
    </message>
    <message>
        <source>S</source>
        <translation>副</translation>
    </message>
    <message>
        <source>B</source>
        <translation>署</translation>
    </message>
    <message>
        <source>D</source>
        <translation>电</translation>
    </message>
    <message>
        <source>X</source>
        <translation>标</translation>
    </message>
    <message>
        <source>N</source>
        <translation>按</translation>
    </message>
    <message>
        <source>C</source>
        <translation>图</translation>
    </message>
    <message>
        <source>F</source>
        <translation>附</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>{0} is not there any more.</source>
        <translation>{0} 已不在原处。</translation>
    </message>
    <message>
        <source>Take it from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>{0} (missing)</source>
        <translation>{0}（找不到）</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Work that was not saved</source>
        <translation>尚未保存的工作</translation>
    </message>
    <message>
        <source>Galley ended without saving this. What is to become of it?</source>
        <translation>校样上次退出时，下列工作还没有保存。如何处理？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw all away…</source>
        <translation>全部丢弃…</translation>
    </message>
    <message>
        <source>Ask again next time</source>
        <translation>下次再问</translation>
    </message>
    <message>
        <source>A journal</source>
        <translation>一份日志</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} 步</translation>
    </message>
    <message>
        <source>{0}, the last: {1}</source>
        <translation>{0}，最后几步：{1}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Untitled page</source>
        <translation>未命名版面</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ReplaceList</name>
    <message>
        <source>Replacements</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace {0} and make it a rule  Enter</source>
        <translation>替换 {0} 处并定为规则  回车</translation>
    </message>
    <message>
        <source>Replace {0}  Enter</source>
        <translation>替换 {0} 处  回车</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Replace {0} with {1}</source>
        <translation>把{0}替换为{1}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source> ({0} stay: outside the articles, over several paragraphs, corrected already, or spaces between lines)</source>
        <translation>（另有 {0} 处不动：不在稿件内、跨段、已改过，或是行间的空格）</translation>
    </message>
    <message>
        <source>{0} replaced, one step to undo.</source>
        <translation>已替换 {0} 处，可一步撤销。</translation>
    </message>
    <message>
        <source>The pages changed meanwhile: nothing was replaced.</source>
        <translation>版面其间有改动，没有替换。</translation>
    </message>
</context>
<context>
    <name>Ribbons</name>
    <message>
        <source>Which lines became which block</source>
        <translation>哪些行成了哪一段</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>The raw text stays as the page has it; type in the proof</source>
        <translation>原文保持版面原样；请在校样中输入</translation>
    </message>
    <message>
        <source>A paragraph ends here already. To add one, type it, then press Enter before it</source>
        <translation>此处已是段末。要加一段，请先键入文字，再在其前按回车</translation>
    </message>
    <message>
        <source>Nothing to change here: {0}</source>
        <translation>此处无可更改：{0}</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>House file</source>
        <translation>体例文件</translation>
    </message>
    <message>
        <source>A ticked name is known to every new page, the others to the open one.</source>
        <translation>打勾的姓名用于每个新版面，其余只用于当前版面。</translation>
    </message>
    <message>
        <source>Add a name and press Enter</source>
        <translation>输入姓名后按回车</translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>记者</translation>
    </message>
    <message>
        <source>Remove the name</source>
        <translation>移除姓名</translation>
    </message>
    <message>
        <source>Open their folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>House files are shared by copying them into it</source>
        <translation>把体例文件拷进这里即可共用</translation>
    </message>
    <message>
        <source>New pages are checked by it and by rules made here. A project keeps its own; where the file says something else, that is shown before it is taken.</source>
        <translation>新版面按它和在这里定的规则检查。项目存有自己的规则；文件有不同时，先列出改动，再由您采用。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
</context>
<context>
    <name>Same</name>
    <message>
        <source>1 more of this kind: {0}…</source>
        <translation>同类存疑还有 1 处，照此办：{0}…</translation>
    </message>
    <message>
        <source>{0} more of this kind: {1}…</source>
        <translation>同类存疑还有 {0} 处，照此办：{1}…</translation>
    </message>
    <message>
        <source>No other doubt is of the kind that was answered last.</source>
        <translation>没有与上一个回答同类的存疑。</translation>
    </message>
    <message>
        <source>{0} doubts were decided alike.</source>
        <translation>{0} 处存疑已照此决定。</translation>
    </message>
</context>
<context>
    <name>SameList</name>
    <message>
        <source>Doubts of one kind</source>
        <translation>同类存疑</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved, but the version before could not be kept: {0}</source>
        <translation>已保存，但上一版本未能留存：{0}</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 Language</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Font of the proof</source>
        <translation>校样字体</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Key map</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Roster of reporters</source>
        <translation>记者名录</translation>
    </message>
    <message>
        <source>House file</source>
        <translation>体例文件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置分页</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>校样</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>House</source>
        <translation>体例</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Galley</source>
        <translation>校样</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not in a file yet</source>
        <translation>尚未存盘</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Reading the page…</source>
        <translation>正在识读…</translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation>{0} 篇</translation>
    </message>
    <message>
        <source>{0} read</source>
        <translation>{0} 篇已校</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 篇</translation>
    </message>
    <message>
        <source>1 doubt</source>
        <translation>存疑 1</translation>
    </message>
    <message>
        <source>{0} doubts</source>
        <translation>存疑 {0}</translation>
    </message>
    <message>
        <source>No doubts</source>
        <translation>无存疑</translation>
    </message>
    <message>
        <source>{0} suspects</source>
        <translation>疑误 {0} 处</translation>
    </message>
    <message>
        <source>No suspects</source>
        <translation>没有疑误</translation>
    </message>
    <message>
        <source>1 suspect</source>
        <translation>疑误 1 处</translation>
    </message>
    <message>
        <source>{0} % of characters placed</source>
        <translation>字符 {0}% 归位</translation>
    </message>
    <message>
        <source>Text encoding</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Text encoding: not certain</source>
        <translation>文字编码：不能确定</translation>
    </message>
</context>
<context>
    <name>StructureCommands</name>
    <message>
        <source>Send to article</source>
        <translation>移到哪一篇</translation>
    </message>
    <message>
        <source>Swap headlines with</source>
        <translation>与哪一篇对调标题</translation>
    </message>
    <message>
        <source>There is no reporter here that the roster does not have</source>
        <translation>本文没有名录外的记者</translation>
    </message>
</context>
<context>
    <name>StyleCard</name>
    <message>
        <source>The page&apos;s style</source>
        <translation>本页体例</translation>
    </message>
    <message>
        <source>Tab and arrows choose · Enter pins · Esc leaves</source>
        <translation>Tab、方向键选择 · 回车 定下 · Esc 返回</translation>
    </message>
    <message>
        <source>{0} of {1} lines would read otherwise</source>
        <translation>{1} 行里有 {0} 行读法会变</translation>
    </message>
    <message>
        <source>Nothing would read otherwise</source>
        <translation>读法不会改变</translation>
    </message>
    <message>
        <source>A measure is a number of em from 4 to 70</source>
        <translation>栏宽是 4 到 70 字的数</translation>
    </message>
</context>
<context>
    <name>StyleMapping</name>
    <message>
        <source>Styles of the template</source>
        <translation>模板中的样式</translation>
    </message>
    <message>
        <source>none: as plain paragraphs</source>
        <translation>没有：按普通段落</translation>
    </message>
</context>
<context>
    <name>SuspectCard</name>
    <message>
        <source>Suspect</source>
        <translation>疑误</translation>
    </message>
    <message>
        <source>next suspect</source>
        <translation>下一疑误</translation>
    </message>
    <message>
        <source>Esc back to the text</source>
        <translation>Esc 回到正文</translation>
    </message>
</context>
<context>
    <name>SuspectList</name>
    <message>
        <source>Suspects</source>
        <translation>疑误</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类</translation>
    </message>
    <message>
        <source>Group suspects by kind, not by article</source>
        <translation>按类而不按稿排列疑误</translation>
    </message>
    <message>
        <source>{0} takes · {1} lets be</source>
        <translation>{0} 改正 · {1} 放过</translation>
    </message>
    <message>
        <source>{0} lets it be on all pages of the project</source>
        <translation>{0} 在全项目放过</translation>
    </message>
</context>
<context>
    <name>Suspects</name>
    <message>
        <source>Nothing is suspect on this page.</source>
        <translation>本版没有疑误。</translation>
    </message>
    <message>
        <source>Suspects are still being looked for.</source>
        <translation>还在查找疑误。</translation>
    </message>
    <message>
        <source>Suspect {0}/{1}</source>
        <translation>疑误 {0}/{1}</translation>
    </message>
    <message>
        <source>Type what should stand here</source>
        <translation>自己改</translation>
    </message>
    <message>
        <source>Right on all pages:&#x3000;</source>
        <translation>全项目都不算错：&#x3000;</translation>
    </message>
    <message>
        <source>Nothing can be put in here by itself; type it.</source>
        <translation>这里没有现成的改法，请自己改。</translation>
    </message>
    <message>
        <source>This can be let be here only: Delete does</source>
        <translation>这一处只能单独放过：按 Delete</translation>
    </message>
    <message>
        <source>“{0}” is let be on all pages of this project; undo asks again.</source>
        <translation>“{0}”在本项目各版都放过；撤销即恢复。</translation>
    </message>
    <message>
        <source>Nothing was let be in this project.</source>
        <translation>本项目没有放过的疑误。</translation>
    </message>
    <message>
        <source>Asked again about places: {0} · forms: {1}</source>
        <translation>已重新列出：{0} 处、{1} 种写法</translation>
    </message>
    <message>
        <source>Marked as read with {0} suspects open</source>
        <translation>已标为读毕，尚有疑误 {0} 处</translation>
    </message>
    <message>
        <source>Marked as read with 1 suspect open</source>
        <translation>已标为读毕，尚有疑误 1 处</translation>
    </message>
    <message>
        <source>Nothing is suspect on this page any more.</source>
        <translation>本版的疑误都处理完了。</translation>
    </message>
    <message>
        <source>{0}: take it out</source>
        <translation>{0}：删去</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>Let it be here</source>
        <translation>此处放过</translation>
    </message>
    <message>
        <source>Let “{0}” be on all pages</source>
        <translation>“{0}”在全项目放过</translation>
    </message>
    <message>
        <source>Take out “{0}”</source>
        <translation>删去“{0}”</translation>
    </message>
    <message>
        <source>Put in “{0}”</source>
        <translation>补上“{0}”</translation>
    </message>
</context>
<context>
    <name>TickCard</name>
    <message>
        <source>→ ticks · ← crosses</source>
        <translation>→ 选 · ← 不选</translation>
    </message>
    <message>
        <source>Take {0}  Enter</source>
        <translation>采用 {0} 处  回车</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>采用勾选的</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Doubts left</source>
        <translation>剩余存疑</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Next doubt</source>
        <translation>下一处存疑</translation>
    </message>
    <message>
        <source>Key: {0}</source>
        <translation>按键：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Lines of no article</source>
        <translation>未归入的行</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>归{0}</translation>
    </message>
    <message>
        <source>Lines of no article  {0}</source>
        <translation>未归入的行  {0}</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>Something went wrong inside Galley</source>
        <translation>校样内部出错</translation>
    </message>
    <message>
        <source>What you did last may not have worked. All of your work is kept, and you can go on. If it happens again, please send this report to whoever looks after Galley.</source>
        <translation>刚才的操作可能没有成功。您的工作都已保留，可以继续。如果再次出现，请把这份报告发给负责校样的人。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>With the page&apos;s text and what the error quotes of it</source>
        <translation>包含版面文字和错误中引用的文字</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It has happened {0} times.</source>
        <translation>已发生 {0} 次。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{0} % sure</source>
        <translation>把握 {0}%</translation>
    </message>
    <message>
        <source>nearly sure</source>
        <translation>把握较大，请过目</translation>
    </message>
    <message>
        <source>kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>subhead</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>dateline</source>
        <translation>电头</translation>
    </message>
    <message>
        <source>crosshead</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>note</source>
        <translation>编者按</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>furniture</source>
        <translation>版面附件</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>runs on after a space</source>
        <translation>空一格接排</translation>
    </message>
    <message>
        <source>runs on without the hyphen</source>
        <translation>去连字符接排</translation>
    </message>
    <message>
        <source>a new line</source>
        <translation>另起一行</translation>
    </message>
    <message>
        <source>a new paragraph</source>
        <translation>另起一段</translation>
    </message>
    <message>
        <source>a new article</source>
        <translation>另起一篇</translation>
    </message>
    <message>
        <source>mark as {0}</source>
        <translation>标为{0}</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>键入</translation>
    </message>
    <message>
        <source>replacing text</source>
        <translation>替换文字</translation>
    </message>
    <message>
        <source>joining lines</source>
        <translation>接行</translation>
    </message>
    <message>
        <source>new paragraph</source>
        <translation>另起一段</translation>
    </message>
    <message>
        <source>joining paragraphs</source>
        <translation>接排段落</translation>
    </message>
    <message>
        <source>new article</source>
        <translation>另起一篇</translation>
    </message>
    <message>
        <source>joining articles</source>
        <translation>并篇</translation>
    </message>
    <message>
        <source>taking a mark back</source>
        <translation>取消标注</translation>
    </message>
    <message>
        <source>assigning a headline</source>
        <translation>归入标题</translation>
    </message>
    <message>
        <source>moving text</source>
        <translation>移动文字</translation>
    </message>
    <message>
        <source>typing a field</source>
        <translation>键入标题</translation>
    </message>
    <message>
        <source>restoring characters</source>
        <translation>恢复原字</translation>
    </message>
    <message>
        <source>taking decisions back</source>
        <translation>撤回决定</translation>
    </message>
    <message>
        <source>deciding a doubt</source>
        <translation>处理存疑</translation>
    </message>
    <message>
        <source>taking a fix</source>
        <translation>改正疑误</translation>
    </message>
    <message>
        <source>letting a suspect be</source>
        <translation>放过疑误</translation>
    </message>
    <message>
        <source>letting a form be everywhere</source>
        <translation>全项目放过</translation>
    </message>
    <message>
        <source>asking again</source>
        <translation>重新列出放过的</translation>
    </message>
    <message>
        <source>making a rule of the house</source>
        <translation>定社规</translation>
    </message>
    <message>
        <source>taking rules of the house</source>
        <translation>采用体例规则</translation>
    </message>
    <message>
        <source>taking fixes of one kind</source>
        <translation>改正同类疑误</translation>
    </message>
    <message>
        <source>refusing an offered part</source>
        <translation>不再提示接续</translation>
    </message>
    <message>
        <source>adding a piece of text</source>
        <translation>添加原文</translation>
    </message>
    <message>
        <source>marking as read</source>
        <translation>标为已校</translation>
    </message>
    <message>
        <source>marking as unread</source>
        <translation>取消已校</translation>
    </message>
    <message>
        <source>New article here?</source>
        <translation>这里另起一篇吗？</translation>
    </message>
    <message>
        <source>New paragraph here?</source>
        <translation>这里另起一段吗？</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>第{0}版</translation>
    </message>
    <message>
        <source>1 para</source>
        <translation>1 段</translation>
    </message>
    <message>
        <source>{0} paras</source>
        <translation>{0} 段</translation>
    </message>
    <message>
        <source>How do these lines join?</source>
        <translation>这两行怎样相接？</translation>
    </message>
    <message>
        <source>Is this {0}?</source>
        <translation>这是{0}吗？</translation>
    </message>
    <message>
        <source>Whose headline is this?</source>
        <translation>这行标题属于哪一篇？</translation>
    </message>
    <message>
        <source>This article has no {0}.</source>
        <translation>本篇缺{0}。</translation>
    </message>
    <message>
        <source>(no headline)</source>
        <translation>（缺标题）</translation>
    </message>
    <message>
        <source>Untitled page</source>
        <translation>未命名的版面</translation>
    </message>
    <message>
        <source>headlines before text</source>
        <translation>标题在文前</translation>
    </message>
    <message>
        <source>headlines after text</source>
        <translation>标题在文后</translation>
    </message>
    <message>
        <source>headlines gathered</source>
        <translation>标题集中</translation>
    </message>
    <message>
        <source>headlines mixed</source>
        <translation>标题位置不一</translation>
    </message>
    <message>
        <source>bylines at paragraph ends</source>
        <translation>署名附段末</translation>
    </message>
    <message>
        <source>bylines on lines of their own</source>
        <translation>署名独行</translation>
    </message>
    <message>
        <source>bylines in brackets</source>
        <translation>署名加括号</translation>
    </message>
    <message>
        <source>bylines in datelines</source>
        <translation>署名在电头</translation>
    </message>
    <message>
        <source>column {0} em</source>
        <translation>栏宽 {0} 字</translation>
    </message>
    <message>
        <source>{0} chars</source>
        <translation>{0} 字</translation>
    </message>
    <message>
        <source>No. {0}</source>
        <translation>第 {0} 篇</translation>
    </message>
    <message>
        <source>deciding doubts alike</source>
        <translation>同类存疑照此决定</translation>
    </message>
    <message>
        <source>leave it without {0}</source>
        <translation>没有{0}，就这样</translation>
    </message>
    <message>
        <source>else: {0}</source>
        <translation>另一读法：{0}</translation>
    </message>
    <message>
        <source>moving an article</source>
        <translation>移动稿件</translation>
    </message>
    <message>
        <source>sending to another article</source>
        <translation>移到另一篇</translation>
    </message>
    <message>
        <source>swapping headlines</source>
        <translation>对调标题</translation>
    </message>
    <message>
        <source>taking a move back</source>
        <translation>移回原处</translation>
    </message>
    <message>
        <source>leaving an article out</source>
        <translation>不导出</translation>
    </message>
    <message>
        <source>taking an article in</source>
        <translation>恢复导出</translation>
    </message>
    <message>
        <source>adding to the roster</source>
        <translation>加入名录</translation>
    </message>
    <message>
        <source>Does this go on with text elsewhere?</source>
        <translation>这段文字接在别处吗？</translation>
    </message>
    <message>
        <source>replacing what was found</source>
        <translation>查找替换</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>标题位置</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Columns (em)</source>
        <translation>栏宽（字）</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>before text</source>
        <translation>在正文前</translation>
    </message>
    <message>
        <source>after text</source>
        <translation>在正文后</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>前后都有</translation>
    </message>
    <message>
        <source>part paragraphs</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>say nothing</source>
        <translation>不作数</translation>
    </message>
    <message>
        <source>{0} pinned</source>
        <translation>已定 {0} 项</translation>
    </message>
    <message>
        <source>pinning the page&apos;s style</source>
        <translation>定本页体例</translation>
    </message>
    <message>
        <source>adding pages</source>
        <translation>添加版面</translation>
    </message>
    <message>
        <source>removing a page</source>
        <translation>移除版面</translation>
    </message>
    <message>
        <source>moving a page</source>
        <translation>移动版面</translation>
    </message>
    <message>
        <source>naming a page</source>
        <translation>更改版面名称</translation>
    </message>
    <message>
        <source>joining across pages</source>
        <translation>接续下版</translation>
    </message>
    <message>
        <source>parting across pages</source>
        <translation>拆开接续</translation>
    </message>
    <message>
        <source>reading the text anew</source>
        <translation>重新读入文字</translation>
    </message>
</context>
</TS>
