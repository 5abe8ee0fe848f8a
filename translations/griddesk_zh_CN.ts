<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AreaLevel</name>
    <message>
        <source>Cell</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>责任网格</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Sub-district</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Hotline 12345</source>
        <translation>12345热线</translation>
    </message>
    <message>
        <source>Grid patrol</source>
        <translation>网格巡查</translation>
    </message>
    <message>
        <source>Found by a unit</source>
        <translation>部门自查</translation>
    </message>
    <message>
        <source>Residents&apos; app</source>
        <translation>居民应用</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Letter or e-mail</source>
        <translation>信件邮件</translation>
    </message>
    <message>
        <source>Handed over by 110</source>
        <translation>110移交</translation>
    </message>
    <message>
        <source>Superior authority</source>
        <translation>上级交办</translation>
    </message>
    <message>
        <source>Passed on by a bureau</source>
        <translation>部门转办</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>企业直报</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>视频发现</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>物联感知</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体舆情</translation>
    </message>
    <message>
        <source>Petition</source>
        <translation>信访</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Service window</source>
        <translation>服务窗口</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导批示</translation>
    </message>
    <message>
        <source>Split from a case</source>
        <translation>拆分产生</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Tip-off</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>By photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>With the parties</source>
        <translation>当事人确认</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定</translation>
    </message>
    <message>
        <source>Negotiated</source>
        <translation>商定</translation>
    </message>
    <message>
        <source>Designated</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Emergency first</source>
        <translation>应急先行</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Not our duty</source>
        <translation>非职责范围</translation>
    </message>
    <message>
        <source>Matter for 110, 119 or 120</source>
        <translation>属110、119、120受理范围</translation>
    </message>
    <message>
        <source>Matter of another authority</source>
        <translation>属其他机关职权</translation>
    </message>
    <message>
        <source>In legal proceedings</source>
        <translation>已进入法定程序</translation>
    </message>
    <message>
        <source>Repeated on the same facts</source>
        <translation>同一事实重复反映</translation>
    </message>
    <message>
        <source>Secret or private matter</source>
        <translation>涉密或涉隐私</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>存在险情</translation>
    </message>
    <message>
        <source>Police 110</source>
        <translation>110公安</translation>
    </message>
    <message>
        <source>Fire brigade 119</source>
        <translation>119消防</translation>
    </message>
    <message>
        <source>Ambulance 120</source>
        <translation>120急救</translation>
    </message>
    <message>
        <source>Traffic police 122</source>
        <translation>122交警</translation>
    </message>
    <message>
        <source>Utility company</source>
        <translation>公用事业单位</translation>
    </message>
    <message>
        <source>District authority</source>
        <translation>区级机关</translation>
    </message>
    <message>
        <source>Kept case</source>
        <translation>保留案件</translation>
    </message>
    <message>
        <source>Absorbed case</source>
        <translation>被并案件</translation>
    </message>
    <message>
        <source>Original case</source>
        <translation>原案件</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新案件</translation>
    </message>
    <message>
        <source>From this case</source>
        <translation>由本案发起</translation>
    </message>
    <message>
        <source>To this case</source>
        <translation>指向本案</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复诉求</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Handled again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Absorbed into this case</source>
        <translation>已并入本案</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>拆自</translation>
    </message>
    <message>
        <source>Repeated by</source>
        <translation>被重复反映</translation>
    </message>
    <message>
        <source>Repeat of</source>
        <translation>重复于</translation>
    </message>
    <message>
        <source>Handled again in</source>
        <translation>转入重办案件</translation>
    </message>
    <message>
        <source>Handles again</source>
        <translation>重办原案件</translation>
    </message>
    <message>
        <source>Urged by the resident</source>
        <translation>催单</translation>
    </message>
    <message>
        <source>Further information</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Another reporter</source>
        <translation>追加诉求人</translation>
    </message>
    <message>
        <source>Withdrawn by the resident</source>
        <translation>撤诉</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>现场已消失</translation>
    </message>
    <message>
        <source>File it</source>
        <translation>建议立案</translation>
    </message>
    <message>
        <source>Do not accept it</source>
        <translation>建议不予受理</translation>
    </message>
    <message>
        <source>Void it</source>
        <translation>建议作废</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>建议再次核实</translation>
    </message>
    <message>
        <source>Takes it on</source>
        <translation>同意承办</translation>
    </message>
    <message>
        <source>Declines</source>
        <translation>不同意承办</translation>
    </message>
    <message>
        <source>Takes it on with conditions</source>
        <translation>有条件承办</translation>
    </message>
    <message>
        <source>Becomes a duty list item</source>
        <translation>纳入权责清单</translation>
    </message>
    <message>
        <source>Holds for this case only</source>
        <translation>仅限本案</translation>
    </message>
    <message>
        <source>Wrong unit</source>
        <translation>错派</translation>
    </message>
    <message>
        <source>No authority</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Address unclear</source>
        <translation>地址不明</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>通过并上报</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回重做</translation>
    </message>
    <message>
        <source>Agreement reached</source>
        <translation>达成</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>未达成</translation>
    </message>
    <message>
        <source>Mediation withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Adjourned</source>
        <translation>延期调解</translation>
    </message>
    <message>
        <source>Litigation</source>
        <translation>引导诉讼</translation>
    </message>
    <message>
        <source>Arbitration</source>
        <translation>引导仲裁</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复审</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Administrative reconsideration</source>
        <translation>行政复议</translation>
    </message>
    <message>
        <source>Court proceedings</source>
        <translation>诉讼</translation>
    </message>
    <message>
        <source>Expert appraisal</source>
        <translation>鉴定</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>检测</translation>
    </message>
    <message>
        <source>Public announcement</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Partly solved</source>
        <translation>部分解决</translation>
    </message>
    <message>
        <source>Not feasible</source>
        <translation>无法解决</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>解释说明</translation>
    </message>
    <message>
        <source>Not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>No comment</source>
        <translation>不评价</translation>
    </message>
    <message>
        <source>Unreasonable demand</source>
        <translation>不合理诉求</translation>
    </message>
    <message>
        <source>Beyond our authority</source>
        <translation>超权限</translation>
    </message>
    <message>
        <source>No new facts</source>
        <translation>无新事实</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Direct answer</source>
        <translation>直接答复</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>无牌</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Flawed</source>
        <translation>有瑕疵</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>First report</source>
        <translation>首报</translation>
    </message>
    <message>
        <source>Follow-up report</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Before handling</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>After handling</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退单</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Statutory period</source>
        <translation>法定期间</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Source decides</source>
        <translation>等待上级意见</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Forced closing</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>Taken over on a later state</source>
        <translation>已按最新状态生效</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>暂存待定</translation>
    </message>
    <message>
        <source>Refused by the rules</source>
        <translation>规则不允许</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>无权限办理</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式无效</translation>
    </message>
    <message>
        <source>Does not fit its signature</source>
        <translation>签名不符</translation>
    </message>
    <message>
        <source>Command centre</source>
        <translation>指挥中心</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站所</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Grid crew</source>
        <translation>网格队伍</translation>
    </message>
    <message>
        <source>Property manager</source>
        <translation>物业</translation>
    </message>
    <message>
        <source>Owners&apos; committee</source>
        <translation>业委会</translation>
    </message>
    <message>
        <source>Social organisation</source>
        <translation>社会组织</translation>
    </message>
    <message>
        <source>Volunteers</source>
        <translation>志愿者队伍</translation>
    </message>
    <message>
        <source>Party branch</source>
        <translation>党支部</translation>
    </message>
    <message>
        <source>Mediation committee</source>
        <translation>调解委员会</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>外包单位</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Enforcement</source>
        <translation>执法</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>矛盾化解</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Make safe</source>
        <translation>控险</translation>
    </message>
    <message>
        <source>Before closing</source>
        <translation>结案前回访</translation>
    </message>
    <message>
        <source>After closing</source>
        <translation>结案后回访</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>流转</translation>
    </message>
    <message>
        <source>Time law</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正操作</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Replied to the source</source>
        <translation>已向来源回复</translation>
    </message>
    <message>
        <source>Returned to the source</source>
        <translation>已退回来源</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>督办已签收</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>督办已回复</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>督办已办结</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>To file</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待分拨</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并单</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>责任网格</translation>
    </message>
    <message>
        <source>Community level</source>
        <translation>社区级</translation>
    </message>
    <message>
        <source>Sub-district level</source>
        <translation>街道级</translation>
    </message>
    <message>
        <source>District level</source>
        <translation>区级</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Passer-by</source>
        <translation>路人</translation>
    </message>
    <message>
        <source>Shopkeeper</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>Affected person</source>
        <translation>受影响人</translation>
    </message>
    <message>
        <source>Family member</source>
        <translation>家属</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>目击者</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>By a promised date</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>With several units</source>
        <translation>协调</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>Partly confirmed</source>
        <translation>部分属实</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>无法进入</translation>
    </message>
    <message>
        <source>Address not found</source>
        <translation>地址不明</translation>
    </message>
    <message>
        <source>Facts not confirmed</source>
        <translation>不实</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Referred elsewhere</source>
        <translation>引导其他途径</translation>
    </message>
    <message>
        <source>False report</source>
        <translation>虚假</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Acceptance</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>分拨</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商答复</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议处理</translation>
    </message>
    <message>
        <source>Precedent</source>
        <translation>指定转权责</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Return window</source>
        <translation>退单窗口</translation>
    </message>
    <message>
        <source>Decision on return</source>
        <translation>退单审核</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>Make safe</source>
        <translation>控险</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Review of reply</source>
        <translation>回复审核</translation>
    </message>
    <message>
        <source>Try at this tier</source>
        <translation>本级处置</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Decision on plan</source>
        <translation>计划审核</translation>
    </message>
    <message>
        <source>Review of plan</source>
        <translation>计划复审</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>计划节点</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>履约回访</translation>
    </message>
    <message>
        <source>Decision on extension</source>
        <translation>延期审批</translation>
    </message>
    <message>
        <source>Decision on suspension</source>
        <translation>挂账审批</translation>
    </message>
    <message>
        <source>Review of statutory period</source>
        <translation>法定期间复审</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Time for reopening</source>
        <translation>重办窗口</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Resident&apos;s review</source>
        <translation>群众复核</translation>
    </message>
    <message>
        <source>Decision on exclusion</source>
        <translation>剔除审批</translation>
    </message>
    <message>
        <source>End of exclusion</source>
        <translation>剔除期满</translation>
    </message>
    <message>
        <source>Confirmation of hand-over</source>
        <translation>移交确认</translation>
    </message>
    <message>
        <source>Case limit</source>
        <translation>案件时限</translation>
    </message>
    <message>
        <source>Source&apos;s deadline</source>
        <translation>上级时限</translation>
    </message>
    <message>
        <source>Source&apos;s decision</source>
        <translation>上级意见</translation>
    </message>
    <message>
        <source>Receipt of supervision order</source>
        <translation>督办签收</translation>
    </message>
    <message>
        <source>Reply to supervision order</source>
        <translation>督办回复</translation>
    </message>
    <message>
        <source>Receipt of instruction</source>
        <translation>批示签收</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>情况续报</translation>
    </message>
    <message>
        <source>Decision on appeal</source>
        <translation>申诉复核</translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>approved by %1</source>
        <translation>%1 批准</translation>
    </message>
    <message>
        <source>%1: %2, due %3, %4 used.</source>
        <translation>%1：时限 %2，%3 到期，已用 %4。</translation>
    </message>
    <message>
        <source>Done %1.</source>
        <translation>%1 办结。</translation>
    </message>
    <message>
        <source>Ended without result %1.</source>
        <translation>%1 终止。</translation>
    </message>
    <message>
        <source>Lamp: %1.</source>
        <translation>亮灯：%1。</translation>
    </message>
    <message>
        <source>It stands still now; the deadline moves on until it is resumed.</source>
        <translation>现已暂停计时，恢复前到期时间顺延。</translation>
    </message>
    <message>
        <source>The deadline is provisional: the holidays of its year are not known yet.</source>
        <translation>时限暂定：该年度节假日安排尚未导入。</translation>
    </message>
    <message>
        <source>%1 counted past the deadline</source>
        <translation>超期计时 %1</translation>
    </message>
    <message>
        <source>%1 counted</source>
        <translation>计时 %1</translation>
    </message>
    <message>
        <source>stood still, not counted</source>
        <translation>暂停，不计时</translation>
    </message>
    <message>
        <source>outside working hours, not counted</source>
        <translation>非工作时间，不计时</translation>
    </message>
    <message>
        <source>%1 to %2: %3.</source>
        <translation>%1 至 %2：%3。</translation>
    </message>
    <message>
        <source>%1 to %2, %3: %4.</source>
        <translation>%1 至 %2，%3：%4。</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>duty list item %1</source>
        <translation>权责清单第 %1 项</translation>
    </message>
    <message>
        <source>for all of %1</source>
        <translation>适用于“%1”全类</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>授权依据 %1</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>自 %1 起有效</translation>
    </message>
    <message>
        <source>The duty list names nobody for this. Consult the units.</source>
        <translation>权责清单未明确承办单位，请提请会商。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Assisting: %1.</source>
        <translation>协办：%1。</translation>
    </message>
    <message>
        <source>The duty list names several units: %1. Consult them.</source>
        <translation>权责清单对应多个单位：%1，请提请会商。</translation>
    </message>
    <message>
        <source>the whole sub-district</source>
        <translation>全街道</translation>
    </message>
    <message>
        <source>%1 handles %2 in %3, as laid down by: %4</source>
        <extracomment>unit, category, place, grounds: a sentence without its stop</extracomment>
        <translation>%3的“%2”由%1主办，依据：%4</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped as asked.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Check what was entered.</source>
        <translation>“%1”不适用，请检查输入内容。</translation>
    </message>
    <message>
        <source>%1 is not supported. Use another form, or a newer version of the program.</source>
        <translation>不支持 %1，请换用其他格式或更新程序。</translation>
    </message>
    <message>
        <source>%1 is larger than the program accepts. Split it into smaller parts.</source>
        <translation>%1 超出程序允许的大小，请拆分后再试。</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name and the folder.</source>
        <translation>找不到 %1，请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the permissions, or whether another program holds it.</source>
        <translation>无法读取 %1，请检查权限，或是否被其他程序占用。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the permissions, or choose another folder.</source>
        <translation>无法写入 %1，请检查权限或另选文件夹。</translation>
    </message>
    <message>
        <source>%1 is a folder or a device. Choose a file.</source>
        <translation>%1 是文件夹或设备，请选择文件。</translation>
    </message>
    <message>
        <source>The disk is full, %1 was not written. Free some space and try again.</source>
        <translation>磁盘已满，%1 未写入，请清理空间后重试。</translation>
    </message>
    <message>
        <source>%1 is damaged. Take it from the last backup, or get it again.</source>
        <translation>%1 已损坏，请从最近的备份恢复或重新获取。</translation>
    </message>
    <message>
        <source>%1 belongs to another program. Choose a file of a supported format.</source>
        <translation>%1 不是本程序支持的文件，请选择受支持的格式。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of GridDesk. Update the program to open it.</source>
        <translation>%1 由更新版本的程序生成，请升级程序后打开。</translation>
    </message>
    <message>
        <source>The key does not open %1. Check the passphrase or the key file.</source>
        <translation>密钥无法打开 %1，请检查口令或密钥文件。</translation>
    </message>
    <message>
        <source>%1 is in use by another running GridDesk. Close that one, or open another profile.</source>
        <translation>%1 正被另一个运行中的程序使用，请先关闭或换用其他配置。</translation>
    </message>
    <message>
        <source>%1 is not written in the form expected. Correct it and try again.</source>
        <translation>%1 的格式不正确，请更正后重试。</translation>
    </message>
    <message>
        <source>%1 is not valid text. Save it as UTF-8 and try again.</source>
        <translation>%1 的文字编码不正确，请另存为 UTF-8 后重试。</translation>
    </message>
    <message>
        <source>“%1” is missing. Add it and try again.</source>
        <translation>缺少“%1”，请补充后重试。</translation>
    </message>
    <message>
        <source>“%1” is not known here. Remove it, or check the spelling.</source>
        <translation>无法识别“%1”，请删除或检查拼写。</translation>
    </message>
    <message>
        <source>“%1” holds another kind of value than expected. Correct it.</source>
        <translation>“%1”的内容类型不正确，请更正。</translation>
    </message>
    <message>
        <source>“%1” is outside the range allowed. Correct it.</source>
        <translation>“%1”超出允许范围，请更正。</translation>
    </message>
    <message>
        <source>“%1” names something that does not exist. Check the name or number.</source>
        <translation>“%1”所指的内容不存在，请检查名称或编号。</translation>
    </message>
    <message>
        <source>“%1” is there twice. Remove one of the two.</source>
        <translation>“%1”重复，请删除其中一个。</translation>
    </message>
    <message>
        <source>“%1” contradicts other data. Compare them and correct one.</source>
        <translation>“%1”与其他数据矛盾，请核对后更正。</translation>
    </message>
    <message>
        <source>The rules do not allow this (%1). Look at what is missing, or ask somebody who may.</source>
        <translation>规则不允许此操作（%1），请查看缺少的内容或联系有权限的人员。</translation>
    </message>
    <message>
        <source>The working calendar %1 is not there. Ask the administrator to import it.</source>
        <translation>缺少工作日历 %1，请联系系统管理员导入。</translation>
    </message>
    <message>
        <source>The outline of %1 is not valid. Repair it in its source and import it again.</source>
        <translation>%1 的边界无效，请修复源数据后重新导入。</translation>
    </message>
    <message>
        <source>The signature of %1 is not valid. Nothing was taken over; tell the administrator.</source>
        <translation>%1 的签名无效，内容未被采用，请联系系统管理员。</translation>
    </message>
    <message>
        <source>The content of %1 does not fit its checksum. Get it again.</source>
        <translation>%1 的内容与校验值不符，请重新获取。</translation>
    </message>
    <message>
        <source>The chain of records breaks at %1. Run the audit check and tell the administrator.</source>
        <translation>记录链在 %1 处中断，请运行审计校验并联系系统管理员。</translation>
    </message>
    <message>
        <source>The database reported a fault (%1). What was saved is kept; restart, and restore a backup if it happens again.</source>
        <translation>数据库出错（%1），已保存的内容不受影响，请重启；如再次出现请恢复备份。</translation>
    </message>
    <message>
        <source>%1 could not be read or written. Check the disk or the connection and try again.</source>
        <translation>%1 读写失败，请检查磁盘或连接后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Work goes on offline and is sent when the connection is back.</source>
        <translation>无法连接 %1，可继续离线工作，恢复连接后自动上传。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>What is appealed</source>
        <translation>申诉事项</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺席单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>履约情况</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Knowledge article</source>
        <translation>知识条目</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>分拨任务</translation>
    </message>
    <message>
        <source>Assisting units</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Basis of dispatch</source>
        <translation>派单依据</translation>
    </message>
    <message>
        <source>Call-back wanted</source>
        <translation>需要回访</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>督办牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>事项分类</translation>
    </message>
    <message>
        <source>Category code of the source</source>
        <translation>来源分类代码</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Times contradict each other</source>
        <translation>时间矛盾</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>Closing standard met</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Contact may be given to the handler</source>
        <translation>同意提供联系方式</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Safe contact time</source>
        <translation>方便联系时间</translation>
    </message>
    <message>
        <source>Demand type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文书编号</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Duty list item</source>
        <translation>权责清单事项</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Photograph after handling</source>
        <translation>处置后照片</translation>
    </message>
    <message>
        <source>Photograph before handling</source>
        <translation>处置前照片</translation>
    </message>
    <message>
        <source>Guided to</source>
        <translation>引导途径</translation>
    </message>
    <message>
        <source>Handled at</source>
        <translation>处置时间</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>批示</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限要求</translation>
    </message>
    <message>
        <source>Local number</source>
        <translation>本机编号</translation>
    </message>
    <message>
        <source>Time of meeting</source>
        <translation>集合时间</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>计划节点</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>计划节点列表</translation>
    </message>
    <message>
        <source>Call-back required by the source</source>
        <translation>上级要求回访</translation>
    </message>
    <message>
        <source>Reply required by the source</source>
        <translation>上级要求回复</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Other case</source>
        <translation>对方案件</translation>
    </message>
    <message>
        <source>Outside number</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Pair of cases</source>
        <translation>案件配对</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>来源平台</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>到场单位</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>处理建议</translation>
    </message>
    <message>
        <source>Proposed unit</source>
        <translation>建议承办单位</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>会商问题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Checksum of the record</source>
        <translation>原始记录校验值</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关联方式</translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation>回复期限</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Rung of the ladder</source>
        <translation>督办梯级</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>Side of the pair</source>
        <translation>本案角色</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Checksum of the source text</source>
        <translation>原文校验值</translation>
    </message>
    <message>
        <source>Text as it came</source>
        <translation>来源原文</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Filing standard</source>
        <translation>立案标准</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>被反映主体</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>移交对象</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位列表</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>审核结论</translation>
    </message>
    <message>
        <source>Meeting place</source>
        <translation>集合地点</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>回访记录</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注内容</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>会商结论</translation>
    </message>
    <message>
        <source>Level of response</source>
        <translation>响应级别</translation>
    </message>
    <message>
        <source>Name of the incident</source>
        <translation>事件名称</translation>
    </message>
    <message>
        <source>Kind of follow-up</source>
        <translation>追加类型</translation>
    </message>
    <message>
        <source>Instruction text</source>
        <translation>批示内容</translation>
    </message>
    <message>
        <source>Result of mediation</source>
        <translation>调解结果</translation>
    </message>
    <message>
        <source>Due date of the milestone</source>
        <translation>节点时限</translation>
    </message>
    <message>
        <source>Name of the milestone</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>Source&apos;s deadline</source>
        <translation>上级时限</translation>
    </message>
    <message>
        <source>Text of the order</source>
        <translation>工单原文</translation>
    </message>
    <message>
        <source>Part in the matter</source>
        <translation>当事人身份</translation>
    </message>
    <message>
        <source>Progress so far</source>
        <translation>进展内容</translation>
    </message>
    <message>
        <source>Result of handling</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>Order from outside</source>
        <translation>来源工单</translation>
    </message>
    <message>
        <source>Relation to the matter</source>
        <translation>与事项的关系</translation>
    </message>
    <message>
        <source>Reason for exclusion</source>
        <translation>剔除理由</translation>
    </message>
    <message>
        <source>Kind of report</source>
        <translation>报告类型</translation>
    </message>
    <message>
        <source>Report text</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Result of the spot check</source>
        <translation>抽查结果</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>法定期间类型</translation>
    </message>
    <message>
        <source>Kind of subject</source>
        <translation>主体类型</translation>
    </message>
    <message>
        <source>Supervising level</source>
        <translation>督办层级</translation>
    </message>
    <message>
        <source>Number of the supervision order</source>
        <translation>督办单编号</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>督办要求</translation>
    </message>
    <message>
        <source>Supervision order</source>
        <translation>督办单</translation>
    </message>
    <message>
        <source>Reply to the order</source>
        <translation>督办回复内容</translation>
    </message>
    <message>
        <source>Receiver at the district</source>
        <translation>区级接收单位</translation>
    </message>
    <message>
        <source>Result of verification</source>
        <translation>核实结果</translation>
    </message>
    <message>
        <source>Decision under review</source>
        <translation>复核对象</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Terms agreed</source>
        <translation>协议内容</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>不予受理情形</translation>
    </message>
    <message>
        <source>Kind of handling</source>
        <translation>办件类型</translation>
    </message>
    <message>
        <source>Part in the incident</source>
        <translation>在事件中的身份</translation>
    </message>
    <message>
        <source>Former lead unit</source>
        <translation>原主办单位</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>险情</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>New facts</source>
        <translation>新事实</translation>
    </message>
    <message>
        <source>Watch list</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Earlier decision</source>
        <translation>原决定</translation>
    </message>
    <message>
        <source>Dispatch clock</source>
        <translation>派单计时</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>As a precedent</source>
        <translation>后续处理</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系情况</translation>
    </message>
    <message>
        <source>Based on record</source>
        <translation>依据记录</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Mediation session</source>
        <translation>调解场次</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>On time according to the source</source>
        <translation>来源认定按时</translation>
    </message>
    <message>
        <source>Kind of call</source>
        <translation>回访类型</translation>
    </message>
    <message>
        <source>Call-in of units</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Wrong dispatch</source>
        <translation>是否错派</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理反馈内容</translation>
    </message>
    <message>
        <source>Method of check</source>
        <translation>核查方式</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>Grounds of the opinion</source>
        <translation>会商意见内容</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>办结回复内容</translation>
    </message>
    <message>
        <source>Reason for return</source>
        <translation>退单原因</translation>
    </message>
    <message>
        <source>Method of verification</source>
        <translation>核实方式</translation>
    </message>
</context>
<context>
    <name>KeyStore</name>
    <message>
        <source>This computer has no key store that can be reached.</source>
        <translation>本机没有可用的密钥库。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store is locked, or it refuses GridDesk.</source>
        <translation>本机密钥库已锁定，或拒绝了网格指挥台。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store does not have the key of this profile, or it was not unlocked.</source>
        <translation>本机密钥库中没有这份数据的密钥，或者密钥库没有解锁。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store was not waited for.</source>
        <translation>没有继续等待本机密钥库。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store did not answer in time.</source>
        <translation>本机密钥库没有按时应答。</translation>
    </message>
    <message>
        <source>The key in this computer&apos;s key store does not open this profile.</source>
        <translation>本机密钥库中的密钥打不开这份数据。</translation>
    </message>
    <message>
        <source>The key file of this profile could not be changed.</source>
        <translation>这份数据的密钥文件无法更改。</translation>
    </message>
</context>
<context>
    <name>Lamp</name>
    <message>
        <source>No clock</source>
        <translation>无计时</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
</context>
<context>
    <name>MapFailure</name>
    <message>
        <source>The map cannot be shown on this machine: a part of Qt Quick is missing. Lists and tables work as usual.</source>
        <translation>本机无法显示地图：缺少 Qt Quick 组件。列表和表格可照常使用。</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Fold the legend</source>
        <translation>收起图例</translation>
    </message>
    <message>
        <source>Open the legend</source>
        <translation>展开图例</translation>
    </message>
    <message>
        <source>Shape: how far the case is</source>
        <translation>形状：办理到哪一步</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理核实</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>立案分拨</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Colour: the clock</source>
        <translation>颜色：办理时限</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Several cases</source>
        <translation>多件聚合</translation>
    </message>
    <message>
        <source>Number of cases; the ring
shares the clock colours</source>
        <translation>数字是件数，
环色是时限占比</translation>
    </message>
    <message>
        <source>A critical case inside</source>
        <translation>红外圈：内有特急</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
</context>
<context>
    <name>MapNotices</name>
    <message>
        <source>View locked · Home shows everything</source>
        <translation>视图已锁定 · 按 Home 键显示全部</translation>
    </message>
    <message>
        <source>Click the place of the case</source>
        <translation>请点击案件位置</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>MapScene</name>
    <message>
        <source>Map of areas and cases</source>
        <translation>区域与案件地图</translation>
    </message>
    <message>
        <source>Arrow keys move, plus and minus zoom, Home shows everything, L opens and folds the legend</source>
        <translation>方向键移动，加减键缩放，Home 键显示全部，L 键展开或收起图例</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Arbitration</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Statutory period</source>
        <translation>法定期间</translation>
    </message>
    <message>
        <source>Return asked</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Extension asked</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Suspension asked</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Consulting</source>
        <translation>会商中</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Forced close</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>Provisional deadline</source>
        <translation>时限暂定</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Call-back wanted</source>
        <translation>需回访</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>催单</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>有计划</translation>
    </message>
    <message>
        <source>Times contradict</source>
        <translation>时间矛盾</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Hot spot</source>
        <translation>热点</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Answer directly</source>
        <translation>直接答复</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Return to source</source>
        <translation>向上退单</translation>
    </message>
    <message>
        <source>Reply to source</source>
        <translation>办结回复</translation>
    </message>
    <message>
        <source>Ask source for more time</source>
        <translation>向上延期</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Undo merge</source>
        <translation>撤销并单</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Change standard</source>
        <translation>变更标准</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Handle on the spot</source>
        <translation>自行处置</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Consult units</source>
        <translation>提请会商</translation>
    </message>
    <message>
        <source>Conclude consultation</source>
        <translation>会商结论</translation>
    </message>
    <message>
        <source>Designate unit</source>
        <translation>指定承办</translation>
    </message>
    <message>
        <source>Revoke dispatch</source>
        <translation>撤回派单</translation>
    </message>
    <message>
        <source>Add assisting unit</source>
        <translation>增加协办</translation>
    </message>
    <message>
        <source>Release assisting unit</source>
        <translation>解除协办</translation>
    </message>
    <message>
        <source>Change lead unit</source>
        <translation>变更主办</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Ask to return</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Review reply</source>
        <translation>回复审核</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>Milestone reached</source>
        <translation>节点完成</translation>
    </message>
    <message>
        <source>Change plan</source>
        <translation>调整计划</translation>
    </message>
    <message>
        <source>Mediate</source>
        <translation>调解</translation>
    </message>
    <message>
        <source>Fulfilment visit</source>
        <translation>履约回访</translation>
    </message>
    <message>
        <source>Ask for extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Ask for suspension</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>解除挂账</translation>
    </message>
    <message>
        <source>Statutory period</source>
        <translation>法定期间</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>处理反馈</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Force close</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Waive call-back</source>
        <translation>免回访</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Ask for exclusion</source>
        <translation>申请剔除</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervision order</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Reply to order</source>
        <translation>督办回复</translation>
    </message>
    <message>
        <source>Settle order</source>
        <translation>督办办结</translation>
    </message>
    <message>
        <source>Leader&apos;s instruction</source>
        <translation>批示</translation>
    </message>
    <message>
        <source>Spot check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Declare incident</source>
        <translation>启动事件</translation>
    </message>
    <message>
        <source>Call out</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Roll call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>情况报告</translation>
    </message>
    <message>
        <source>End incident</source>
        <translation>结束事件</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Rezone</source>
        <translation>网格调整</translation>
    </message>
    <message>
        <source>Correct details</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Record source&apos;s decision</source>
        <translation>上级意见</translation>
    </message>
    <message>
        <source>Refer to district</source>
        <translation>提级上报区</translation>
    </message>
    <message>
        <source>Resident&apos;s follow-up</source>
        <translation>群众追加</translation>
    </message>
    <message>
        <source>Send for verification</source>
        <translation>派核实</translation>
    </message>
    <message>
        <source>Give opinion</source>
        <translation>会商意见</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Re-dispatch</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Assisting unit&apos;s reply</source>
        <translation>协办回复</translation>
    </message>
    <message>
        <source>Decide on return</source>
        <translation>退单审核</translation>
    </message>
    <message>
        <source>Dispatch to level 2</source>
        <translation>下派</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>提级上报</translation>
    </message>
    <message>
        <source>Hand down</source>
        <translation>下交</translation>
    </message>
    <message>
        <source>Call in units</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Report progress</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Submit plan</source>
        <translation>处置计划</translation>
    </message>
    <message>
        <source>Decide on plan</source>
        <translation>计划审核</translation>
    </message>
    <message>
        <source>Decide on extension</source>
        <translation>延期审批</translation>
    </message>
    <message>
        <source>Decide on suspension</source>
        <translation>挂账审批</translation>
    </message>
    <message>
        <source>Send for checking</source>
        <translation>派核查</translation>
    </message>
    <message>
        <source>Decide on exclusion</source>
        <translation>剔除审批</translation>
    </message>
    <message>
        <source>Answer as repeat</source>
        <translation>重复答复</translation>
    </message>
    <message>
        <source>Ask for review</source>
        <translation>群众复核</translation>
    </message>
    <message>
        <source>Decide on review</source>
        <translation>复核决定</translation>
    </message>
    <message>
        <source>Acknowledge order</source>
        <translation>督办签收</translation>
    </message>
    <message>
        <source>Acknowledge instruction</source>
        <translation>签收批示</translation>
    </message>
    <message>
        <source>Decide on appeal</source>
        <translation>申诉复核</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附件</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Two items of a list</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two whole sentences; Chinese puts no blank between them</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A text and a note on it</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>To accept</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>To file</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待分拨</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Hot spots</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Conflict tray</source>
        <translation>待处理箱</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>This belongs to another case. Open that case and do it there.</source>
        <translation>该操作属于另一案件，请打开那个案件办理。</translation>
    </message>
    <message>
        <source>This was prepared under other rules than those in force. Refresh the page and do it again.</source>
        <translation>该操作依据的规则与现行规则不一致，请刷新后重新办理。</translation>
    </message>
    <message>
        <source>The case was changed later than this, at %1. Check the clock of this computer and try again.</source>
        <translation>案件在 %1 已有更新的操作，请核对本机时间后重试。</translation>
    </message>
    <message>
        <source>This was done already. Nothing more is needed.</source>
        <translation>该操作已经办过，无需重复。</translation>
    </message>
    <message>
        <source>A case begins once: by a report, an import, handling on the spot or a split. Report a new case instead.</source>
        <translation>案件只能由上报、导入、自行处置或拆分开始一次，请另行上报新案件。</translation>
    </message>
    <message>
        <source>This concerns two cases and must be done on both together. Start it from the list of related cases.</source>
        <translation>该操作涉及两个案件，必须同时办理，请从关联案件列表发起。</translation>
    </message>
    <message>
        <source>You do not hold the post “%1” at this time. Sign on with a post you hold, or ask for a written delegation.</source>
        <translation>您此时不担任“%1”岗位，请以所任岗位登录，或办理书面代行。</translation>
    </message>
    <message>
        <source>Your post does not bear this right. Hand it to somebody who may.</source>
        <translation>您的岗位没有此项权限，请交由有权限的人员办理。</translation>
    </message>
    <message>
        <source>Something is missing. Fill it in.</source>
        <translation>内容不完整，请补充。</translation>
    </message>
    <message>
        <source>“%1” is not part of this form. Remove it.</source>
        <translation>“%1”不是本表单的内容，请删除。</translation>
    </message>
    <message>
        <source>An entry is not in the form asked for. Correct it.</source>
        <translation>填写的格式不正确，请更正。</translation>
    </message>
    <message>
        <source>An entry is too long (%1). Shorten it.</source>
        <translation>填写的内容过长（%1），请精简。</translation>
    </message>
    <message>
        <source>“%1” is not one of the choices. Choose one from the list.</source>
        <translation>“%1”不在可选项中，请从列表中选择。</translation>
    </message>
    <message>
        <source>“%1” is not in the rules, or no longer in force. Choose another one.</source>
        <translation>“%1”不在现行规则中或已失效，请另选。</translation>
    </message>
    <message>
        <source>This case has no such record. Choose one that is shown on the case page.</source>
        <translation>本案没有这条记录，请从案件页显示的记录中选择。</translation>
    </message>
    <message>
        <source>There is no such assignment in this case. Choose one from the case page.</source>
        <translation>本案没有这项分拨任务，请从案件页选择。</translation>
    </message>
    <message>
        <source>This is not possible for an assignment that is “%1”. Choose another one or refresh the page.</source>
        <translation>分拨任务处于“%1”状态，不能办理，请另选或刷新页面。</translation>
    </message>
    <message>
        <source>This kind of assignment does not allow it. Choose one of the other level or role.</source>
        <translation>该层级或角色的分拨任务不能这样办理，请选择其他任务。</translation>
    </message>
    <message>
        <source>This is in the hands of another unit. Leave it to that unit or ask the dispatcher.</source>
        <translation>该事项由其他单位承办，请由该单位办理或联系派单员。</translation>
    </message>
    <message>
        <source>Only inquiries, suggestions and praise are answered directly. File the case instead.</source>
        <translation>只有咨询、建议、表扬可以直接答复，请转立案。</translation>
    </message>
    <message>
        <source>An order from an outside system cannot be refused here. Return it to its source.</source>
        <translation>来源工单不能在本级不予受理，请向上退单。</translation>
    </message>
    <message>
        <source>Danger is never a reason to turn a report away. Accept it, or hand it over to an emergency number.</source>
        <translation>险情不能作为不予受理的理由，请受理或移交紧急电话。</translation>
    </message>
    <message>
        <source>There is no open request to answer. Ask for it first.</source>
        <translation>没有待处理的申请，请先提出申请。</translation>
    </message>
    <message>
        <source>The same was asked already and waits for an answer. Wait for the decision.</source>
        <translation>已有同样的申请待处理，请等待决定。</translation>
    </message>
    <message>
        <source>Matters of this kind vanish quickly and are not verified first. File the case.</source>
        <translation>此类事项易消失，按规则不先核实，请直接立案。</translation>
    </message>
    <message>
        <source>The verification speaks against filing (%1). Give a reason, or void the case.</source>
        <translation>核实结果不支持立案（%1），请说明理由或作废。</translation>
    </message>
    <message>
        <source>The filing standard belongs to another category. Choose one of this category, or correct the category.</source>
        <translation>立案标准不属于本事项分类，请另选标准或更正分类。</translation>
    </message>
    <message>
        <source>The basis of the dispatch is incomplete. Name the duty item, the consultation or the designation, or give a reason.</source>
        <translation>派单依据不完整，请补充权责清单事项、会商记录、指定记录或理由。</translation>
    </message>
    <message>
        <source>“%1” cannot be given work at this level. Choose a unit of the level asked for.</source>
        <translation>“%1”不属于本层级可派单位，请选择对应层级的单位。</translation>
    </message>
    <message>
        <source>“%1” has this work already. Choose another unit.</source>
        <translation>“%1”已承办此项任务，请选择其他单位。</translation>
    </message>
    <message>
        <source>The case came back twice. Only a designation moves it on.</source>
        <translation>本案已两次退单，须指定承办。</translation>
    </message>
    <message>
        <source>The time for returning the case is over. Handle it, or raise an objection.</source>
        <translation>退单窗口已过，请处置或提出异议。</translation>
    </message>
    <message>
        <source>The request was not answered in time and is now decided above. Wait for that decision.</source>
        <translation>退单申请逾期未审核，已转裁定，请等待裁定。</translation>
    </message>
    <message>
        <source>Only the post that designated the unit can release it. Ask that post.</source>
        <translation>只有作出指定的岗位才能解除，请联系该岗位。</translation>
    </message>
    <message>
        <source>Work that was given on is not finished yet. Review its replies or revoke it first.</source>
        <translation>下派的任务尚未完成，请先审核回复或撤回。</translation>
    </message>
    <message>
        <source>There is no further tier in that direction. Handle it here, or report it up to the district.</source>
        <translation>已无可提级或下交的层级，请在本级处置或提级上报区。</translation>
    </message>
    <message>
        <source>Plans are for elastic and promised cases only. Handle this one within its limit.</source>
        <translation>只有弹性或承诺件可以制定处置计划，请按时限处置。</translation>
    </message>
    <message>
        <source>More time can only be asked for before the deadline. Finish the work and state the reason in the reply.</source>
        <translation>延期须在到期前申请，请尽快完成处置并在处理反馈中说明原因。</translation>
    </message>
    <message>
        <source>The rules allow this no further time. Finish the work, or ask the shift leader.</source>
        <translation>已达到规则允许的次数，请完成处置或联系值班长。</translation>
    </message>
    <message>
        <source>“%1” is more than the rules allow. Choose less.</source>
        <translation>“%1”超出规则允许的范围，请缩短。</translation>
    </message>
    <message>
        <source>“%1” is over already. Choose a time to come.</source>
        <translation>“%1”已经过去，请选择将来的时间。</translation>
    </message>
    <message>
        <source>The case is suspended. Resume it first.</source>
        <translation>案件挂账中，请先解除挂账。</translation>
    </message>
    <message>
        <source>The case is not standing still. There is nothing to resume.</source>
        <translation>案件未暂停计时，无需解除。</translation>
    </message>
    <message>
        <source>The work was done by “%1”; it cannot check itself. Let a reviewer of another unit check.</source>
        <translation>处置单位为“%1”，不能自行核查，请由其他单位的核查员核查。</translation>
    </message>
    <message>
        <source>Rework and a new dispatch follow a failed check. Check first.</source>
        <translation>返工或改派须在核查不通过之后，请先核查。</translation>
    </message>
    <message>
        <source>Nobody is known who could get the case back. Dispatch it anew.</source>
        <translation>没有可退回的承办单位，请改派。</translation>
    </message>
    <message>
        <source>Evidence is missing. Add it.</source>
        <translation>缺少佐证材料，请补充。</translation>
    </message>
    <message>
        <source>The resident has not been called back yet. Call, or waive the call with a reason.</source>
        <translation>尚未回访诉求人，请回访或说明理由免回访。</translation>
    </message>
    <message>
        <source>The source has not been answered yet. Reply to it first.</source>
        <translation>尚未向来源办结回复，请先回复。</translation>
    </message>
    <message>
        <source>There was an attempt in the same hour, at %1. Try at another hour.</source>
        <translation>同一时段（%1）已联系过，请换时段再试。</translation>
    </message>
    <message>
        <source>There is no repeat of an excluded matter here. Link the earlier case or ask for an exclusion first.</source>
        <translation>没有经批准剔除的重复诉求，请先关联原案件或申请剔除。</translation>
    </message>
    <message>
        <source>Somebody else must decide this. Hand it to a colleague.</source>
        <translation>须由其他人员决定，请交由同事办理。</translation>
    </message>
    <message>
        <source>This is possible only once. Look at the record that exists.</source>
        <translation>此项只能办理一次，请查看已有记录。</translation>
    </message>
    <message>
        <source>It came too late to matter. Nothing needs to be done.</source>
        <translation>该操作已被后来的操作取代，无需办理。</translation>
    </message>
    <message>
        <source>You or your unit are not part of this. Ask those in charge to be added.</source>
        <translation>您或您的单位不在参与范围内，请联系发起人加入。</translation>
    </message>
    <message>
        <source>The case stands at “%1”: this step is done already or not due yet. “More…” on its page shows what can be done.</source>
        <translation>案件现处于“%1”环节，该步骤已办过或尚未到，可办事项见案件页“更多…”。</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>operator</source>
        <translation>受理员</translation>
    </message>
    <message>
        <source>shift leader</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>duty leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>dispatcher</source>
        <translation>派单员</translation>
    </message>
    <message>
        <source>unit lead</source>
        <translation>单位负责人</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>grid lead</source>
        <translation>网格长</translation>
    </message>
    <message>
        <source>grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>核查员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>督查员</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入程序</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
</context>
<context>
    <name>Segment</name>
    <message>
        <source>running</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>outside working hours</source>
        <translation>非工作时间</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>To accept</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>To file</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待分拨</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案·待回访</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>直接答复</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Returned to source</source>
        <translation>已退回上级</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并单</translation>
    </message>
</context>
<context>
    <name>Urgency</name>
    <message>
        <source>Ordinary</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>特急</translation>
    </message>
</context>
<context>
    <name>griddesk::AboutDialog</name>
    <message>
        <source>About GridDesk</source>
        <translation>关于网格指挥台</translation>
    </message>
    <message>
        <source>Command centre of an urban sub-district. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>街道指挥中心桌面系统。依据 GNU 通用公共许可证第 3 版或更新版本发布的自由软件，不提供任何担保。</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>griddesk::AccountSwitch</name>
    <message>
        <source>Who works here</source>
        <translation>当前操作人</translation>
    </message>
    <message>
        <source>Name, post or unit</source>
        <translation>姓名、岗位或单位</translation>
    </message>
    <message>
        <source>People and posts</source>
        <translation>人员与岗位</translation>
    </message>
    <message>
        <source>Every operation keeps the person and the post that did it.</source>
        <translation>每一项操作都记录操作人和岗位。</translation>
    </message>
    <message>
        <source>by delegation %1</source>
        <translation>代行 %1</translation>
    </message>
</context>
<context>
    <name>griddesk::ActionBar</name>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Nothing for this post to do here now</source>
        <translation>本岗位现在没有可办理的操作</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>As suggested…</source>
        <translation>按建议办理…</translation>
    </message>
    <message>
        <source>Accept, file and dispatch as suggested, statutory only (Alt+0)</source>
        <translation>按建议受理、立案并派单，仅限法定依据（Alt+0）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1（Alt+%2）</translation>
    </message>
    <message>
        <source>All operations, and what is missing for those that are not possible</source>
        <translation>全部操作，以及尚不能办理的操作还缺什么</translation>
    </message>
</context>
<context>
    <name>griddesk::ActionsModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, not possible: %2</source>
        <translation>%1，不能办理：%2</translation>
    </message>
</context>
<context>
    <name>griddesk::AssignmentModel</name>
    <message>
        <source>rework %1</source>
        <translation>返工 %1</translation>
    </message>
    <message>
        <source>sent back %1</source>
        <translation>退回 %1</translation>
    </message>
    <message>
        <source>asks to return: %1</source>
        <translation>申请退单：%1</translation>
    </message>
    <message>
        <source>asks for %1 more</source>
        <translation>申请延期 %1</translation>
    </message>
    <message>
        <source>wrong dispatch</source>
        <translation>错派</translation>
    </message>
    <message>
        <source>instead of the duty list&apos;s unit: %1</source>
        <translation>未按权责清单派单：%1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已处理反馈</translation>
    </message>
    <message>
        <source>departs from item %1 of the duty list: %2</source>
        <translation>偏离权责清单第 %1 项：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>griddesk::BoardColumnView</name>
    <message>
        <source>%1 open</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>超期 %1</translation>
    </message>
    <message>
        <source>Enter opens the case to decide</source>
        <translation>回车打开案件审核</translation>
    </message>
    <message>
        <source>nobody on</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1/%2 件</translation>
    </message>
    <message>
        <source>and %1 returned</source>
        <translation>另有退回 %1</translation>
    </message>
    <message>
        <source>D as suggested · M other unit</source>
        <translation>D 按建议派单 · M 派往其他单位</translation>
    </message>
    <message>
        <source>%1 and others (%2)</source>
        <translation>%1等%2人</translation>
    </message>
</context>
<context>
    <name>griddesk::BoardModel</name>
    <message>
        <source>To give on</source>
        <translation>待下派</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待分拨</translation>
    </message>
    <message>
        <source>Returns and arbitration</source>
        <translation>退单/仲裁</translation>
    </message>
</context>
<context>
    <name>griddesk::BoardPage</name>
    <message>
        <source>Dispatch board</source>
        <translation>派单台</translation>
    </message>
    <message>
        <source>Filter cards</source>
        <translation>筛选案件</translation>
    </message>
    <message>
        <source>Only units with work</source>
        <translation>只看有案件的单位</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Dispatch  Enter</source>
        <translation>派单  回车</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
    <message>
        <source>Dispatch %1 to %2?</source>
        <translation>将 %1 派往%2？</translation>
    </message>
</context>
<context>
    <name>griddesk::BoolWords</name>
    <message>
        <source>Does the result pass the check?</source>
        <translation>核查是否通过？</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>Does the source agree?</source>
        <translation>上级是否同意？</translation>
    </message>
    <message>
        <source>Source agrees</source>
        <translation>上级同意</translation>
    </message>
    <message>
        <source>Source refuses</source>
        <translation>上级不同意</translation>
    </message>
    <message>
        <source>Do you agree?</source>
        <translation>是否同意？</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Was the resident reached?</source>
        <translation>是否联系到诉求人？</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Is the order settled?</source>
        <translation>督办单是否办结？</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Is the earlier decision overturned?</source>
        <translation>是否撤销原决定？</translation>
    </message>
    <message>
        <source>Overturned</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>维持</translation>
    </message>
    <message>
        <source>Was the agreement kept?</source>
        <translation>协议是否履行？</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已履行</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>未履行</translation>
    </message>
    <message>
        <source>Is the danger under control?</source>
        <translation>险情是否已控制？</translation>
    </message>
    <message>
        <source>Made safe</source>
        <translation>已控险</translation>
    </message>
    <message>
        <source>Has the resident been told?</source>
        <translation>是否已告知诉求人？</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>Was it dispatched to the wrong unit?</source>
        <translation>是否属于错派？</translation>
    </message>
    <message>
        <source>Does the former lead go on as assistant?</source>
        <translation>原主办单位是否转为协办？</translation>
    </message>
    <message>
        <source>Keeps assisting</source>
        <translation>转为协办</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Does the dispatch clock stand still meanwhile?</source>
        <translation>会商期间派单计时是否暂停？</translation>
    </message>
    <message>
        <source>Clock pauses</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Clock runs</source>
        <translation>继续计时</translation>
    </message>
    <message>
        <source>For whom is the call?</source>
        <translation>为谁回访？</translation>
    </message>
    <message>
        <source>For the source</source>
        <translation>代上级回访</translation>
    </message>
    <message>
        <source>Own call-back</source>
        <translation>本级回访</translation>
    </message>
    <message>
        <source>Is there a new fact?</source>
        <translation>是否有新事实？</translation>
    </message>
    <message>
        <source>Is this the leading case of the incident?</source>
        <translation>是否为事件主案件？</translation>
    </message>
    <message>
        <source>Leading case</source>
        <translation>主案件</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>子案件</translation>
    </message>
    <message>
        <source>Reply wanted</source>
        <translation>须回复</translation>
    </message>
    <message>
        <source>No reply wanted</source>
        <translation>无须回复</translation>
    </message>
    <message>
        <source>Call-back wanted</source>
        <translation>须回访</translation>
    </message>
    <message>
        <source>No call-back wanted</source>
        <translation>无须回访</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not yet safe</source>
        <translation>尚未控险</translation>
    </message>
    <message>
        <source>There are new facts</source>
        <translation>有</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Put this case on your watch list?</source>
        <translation>是否关注本案？</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Off the list</source>
        <translation>取消关注</translation>
    </message>
</context>
<context>
    <name>griddesk::BulkBar</name>
    <message>
        <source>Dispatch as suggested</source>
        <translation>按建议派单</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>griddesk::BulkDialog</name>
    <message>
        <source>Check before: %1</source>
        <translation>预检：%1</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n case(s)…</source>
        <translation>
            <numerusform>正在预检 %n 件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Words (needed)</source>
        <translation>说明（必填）</translation>
    </message>
    <message>
        <source>Words (may stay empty)</source>
        <translation>说明（可不填）</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Chosen cases and what becomes of them</source>
        <translation>所选案件及预检结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>预检结果</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>将变更</translation>
    </message>
    <message>
        <source>At most %1 cases can be changed at a time; %2 are selected. Select fewer.</source>
        <translation>一次最多处理 %1 件，已选 %2 件。请减少选择。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will change.</source>
        <translation>
            <numerusform>%n 件将变更。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will change, %1 refused.</source>
        <translation>
            <numerusform>%n 件将变更，%1 件不能办理。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 件：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::CallbackModel</name>
    <message>
        <source>call by %1</source>
        <translation>应于%1前回访</translation>
    </message>
</context>
<context>
    <name>griddesk::CallbackPage</name>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Is the matter solved?</source>
        <translation>问题是否解决？</translation>
    </message>
    <message>
        <source>How satisfied?</source>
        <translation>满意程度</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>回访记录</translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Show telephone number</source>
        <translation>显示联系电话</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Save and next  Ctrl+Enter</source>
        <translation>保存并下一件  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Nobody waits for a call</source>
        <translation>没有待回访的案件</translation>
    </message>
    <message>
        <source>Good day, this is the sub-district command centre. You told us about the matter above; the unit reports it as handled. May I ask: is it solved? Are you satisfied with how it was handled? Is there anything to add?</source>
        <translation>您好，这里是街道城运指挥中心。您反映的上述事项，承办单位已报告处理完毕。请问问题是否已经解决？您对处理过程和结果是否满意？还有什么需要补充的吗？</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>关闭  Esc</translation>
    </message>
    <message numerus="yes">
        <source>%n to call</source>
        <translation>
            <numerusform>%n 件待回访</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::CardDelegate</name>
    <message>
        <source>returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>unsigned since %1</source>
        <translation>%1 派出，未签收</translation>
    </message>
</context>
<context>
    <name>griddesk::CaseHead</name>
    <message>
        <source>Held by the command centre</source>
        <translation>在指挥中心</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <translation>承办：%1</translation>
    </message>
    <message>
        <source>Held by %1, assisted by %2</source>
        <translation>承办：%1，协办：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>No category yet</source>
        <translation>尚未归类</translation>
    </message>
    <message>
        <source>reported %1</source>
        <translation>上报 %1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>尚无位置</translation>
    </message>
    <message>
        <source>Reporter: %1</source>
        <translation>诉求人：%1</translation>
    </message>
    <message>
        <source>Mask again</source>
        <translation>重新遮蔽</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 人</translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>尚未编号</translation>
    </message>
    <message>
        <source>To archive</source>
        <translation>待归档</translation>
    </message>
    <message>
        <source>Held by the command centre, waits for a designation</source>
        <translation>在指挥中心，待值班长指定承办单位</translation>
    </message>
    <message>
        <source>With the command centre for the check; handled by %1</source>
        <translation>在指挥中心核查，处置单位：%1</translation>
    </message>
    <message>
        <source>With the command centre to close; handled by %1</source>
        <translation>在指挥中心待结案，处置单位：%1</translation>
    </message>
    <message>
        <source>Handled by %1</source>
        <translation>处置单位：%1</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>Designated</source>
        <translation>已指定</translation>
    </message>
</context>
<context>
    <name>griddesk::CaseListPage</name>
    <message numerus="yes">
        <source>%n new case(s). Show</source>
        <translation>
            <numerusform>有 %n 件新案件，点击显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>No case in this queue fits the filters.</source>
        <translation>本队列没有符合筛选条件的案件。</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>这里没有待办。</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>事项分类</translation>
    </message>
    <message>
        <source>Title and address</source>
        <translation>标题与地址</translation>
    </message>
    <message>
        <source>Community / grid</source>
        <translation>社区 / 网格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>reported since %1</source>
        <translation>%1 以来上报</translation>
    </message>
    <message>
        <source>Show the cases without this bound</source>
        <translation>去掉这一限定，显示全部</translation>
    </message>
    <message>
        <source>Save filter…</source>
        <translation>保存筛选…</translation>
    </message>
    <message>
        <source>source unknown</source>
        <translation>来源不明</translation>
    </message>
    <message>
        <source>community unknown</source>
        <translation>社区不明</translation>
    </message>
    <message>
        <source>The case at the right is not in this list</source>
        <translation>右侧案件不在此列表中</translation>
    </message>
</context>
<context>
    <name>griddesk::CasePage</name>
    <message>
        <source>Accept, file and dispatch as suggested</source>
        <translation>按建议受理、立案并派单</translation>
    </message>
    <message>
        <source>All operations of the case</source>
        <translation>本案全部操作</translation>
    </message>
    <message>
        <source>The case is dispatched already.</source>
        <translation>案件已经派出。</translation>
    </message>
    <message>
        <source>The case has no category yet.</source>
        <translation>案件尚未归类。</translation>
    </message>
    <message>
        <source>The demand type is not known yet.</source>
        <translation>诉求类型尚不明确。</translation>
    </message>
    <message>
        <source>The category has no standard to file it under.</source>
        <translation>该类别没有立案标准。</translation>
    </message>
    <message>
        <source>The category has several standards; file it by hand.</source>
        <translation>该类别有多条立案标准，请人工立案。</translation>
    </message>
    <message>
        <source>The duty list names no unit; consult the units.</source>
        <translation>权责清单没有对应单位，请提请会商。</translation>
    </message>
    <message>
        <source>The duty list names several units; consult them.</source>
        <translation>权责清单对应多个单位，请提请会商。</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1至 %2，依据：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Choose a case in the table, or find one with / and a number</source>
        <translation>请在列表中选择案件，或按 / 输入编号查找</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>分拨任务</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>计时说明</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Print case…</source>
        <translation>打印案件…</translation>
    </message>
    <message>
        <source>%1, because: %2</source>
        <translation>%1，依据：%2</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>来源工单</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>督办会商</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>周边重复</translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation>正在读取案件…</translation>
    </message>
    <message>
        <source>The case came back twice; it goes where the shift leader designates.</source>
        <translation>案件已两次退单，须按值班长指定的单位派单。</translation>
    </message>
</context>
<context>
    <name>griddesk::CaseTable</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>griddesk::CaseTabs</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>griddesk::ClockModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>outside hours</source>
        <translation>非工作时间</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source> (provisional)</source>
        <translation>（暂定）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>counts, overdue</source>
        <translation>计时（已超期）</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>批准人：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Why, approved by</source>
        <translation>原因、批准人</translation>
    </message>
    <message>
        <source>Sum				%1</source>
        <translation>合计				%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>责任方</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>已终止 %1</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>按时完成 %1</translation>
    </message>
    <message>
        <source>done late %1</source>
        <translation>超时完成 %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>应于 %1 前</translation>
    </message>
</context>
<context>
    <name>griddesk::ClockPanel</name>
    <message>
        <source>No clock runs and none has run</source>
        <translation>没有在走的计时，也没有走过的计时</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Clocks and their segments</source>
        <translation>计时与分段</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 counted, in %n period(s)</source>
        <translation>
            <numerusform>已计 %1（%n 个时段）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::ColumnsDialog</name>
    <message>
        <source>Columns of the case table</source>
        <translation>案件表的列</translation>
    </message>
    <message>
        <source>A half tick leaves it to the room there is. Drag a line to move the column.</source>
        <translation>半选的列在宽度足够时自动显示。拖动一行可调整列的顺序。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>griddesk::CommandBar</name>
    <message>
        <source>Search cases, or / for a command (Ctrl+K)</source>
        <translation>查找案件，或按 / 输入命令（Ctrl+K）</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>命令栏</translation>
    </message>
    <message>
        <source>Up and Down choose · Tab takes · Enter runs · Esc closes</source>
        <translation>↑↓ 选择 · Tab 取用 · 回车执行 · Esc 关闭</translation>
    </message>
    <message>
        <source>Type a command after the slash; the list shows all of them.</source>
        <translation>在斜杠后输入命令，列表中有全部命令。</translation>
    </message>
    <message>
        <source>A command has at most %1 characters.</source>
        <translation>命令最多 %1 个字符。</translation>
    </message>
    <message>
        <source>The quotation mark is not closed: %1</source>
        <translation>引号没有闭合：%1</translation>
    </message>
    <message>
        <source>There is no command %1. Type / to see all commands.</source>
        <translation>没有命令“%1”。输入 / 查看全部命令。</translation>
    </message>
    <message>
        <source>%1 is missing. Type its name and its value.</source>
        <translation>缺少“%1”。请输入名称和内容。</translation>
    </message>
    <message>
        <source>The value after %1 is missing.</source>
        <translation>“%1”后面缺少内容。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>It is not clear what %1 belongs to. Put the name of a field before it.</source>
        <translation>不清楚“%1”属于哪一项，请在前面写上项目名称。</translation>
    </message>
</context>
<context>
    <name>griddesk::CommandRunner</name>
    <message>
        <source>Case %1</source>
        <translation>案件 %1</translation>
    </message>
    <message>
        <source>Type the number of a case, or its last digits.</source>
        <translation>请输入案件编号或末几位。</translation>
    </message>
    <message>
        <source>No case has this number. Try more digits, or search by words.</source>
        <translation>没有此编号的案件。请多输几位，或按文字查找。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) end with these digits. Type more of them.</source>
        <translation>
            <numerusform>有 %n 件案件以这几位结尾，请多输几位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往 %1</translation>
    </message>
    <message>
        <source>No such area, street or crossing. Type a grid code or part of a name.</source>
        <translation>没有这个区域、道路或路口。请输入网格编码或名称的一部分。</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>There is no unit called %1.</source>
        <translation>没有名为“%1”的单位。</translation>
    </message>
    <message>
        <source>%1 is not a basis. Use statutory, negotiated, designated or emergency.</source>
        <translation>“%1”不是派单依据。可用：法定、商定、指定、应急先行。</translation>
    </message>
    <message>
        <source>Dispatch %1 to %2</source>
        <translation>将 %1 派给 %2</translation>
    </message>
</context>
<context>
    <name>griddesk::DeskApplication</name>
    <message>
        <source>Call-backs</source>
        <translation>回访</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n 项操作</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved, but it could not be handed on yet. It waits and is tried again by itself.</source>
        <translation>已保存，暂未能提交；将留在待上传中自动重试。</translation>
    </message>
    <message numerus="yes">
        <source>%n saved operation(s) came out of the salvage file and wait in the tray to be looked at.</source>
        <translation>
            <numerusform>从抢救文件找回 %n 项已保存的操作，已放入待处理箱，请核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of what waits to be sent was damaged and was begun anew; nothing was waiting in it.</source>
        <translation>待上传记录文件损坏，已重新建立；其中没有等待上传的操作。</translation>
    </message>
    <message>
        <source>An older copy of log.db was put back: what was confirmed after it was saved is missing.</source>
        <translation>已换回较早的 log.db：此后确认的操作已缺失。</translation>
    </message>
    <message>
        <source>Put a newer backup back if there is one. New work is kept from here on.</source>
        <translation>如有更新的备份，请恢复该备份；此后的新操作正常保存。</translation>
    </message>
    <message>
        <source>The tables were damaged and have been made anew from the log; nothing is lost.</source>
        <translation>案件数据表损坏，已根据日志重新生成，没有丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>griddesk::DispatchSheet</name>
    <message>
        <source>To which unit</source>
        <translation>派往单位</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>派单依据</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
    <message>
        <source>Dispatch  Ctrl+Enter</source>
        <translation>派单  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Words for the unit</source>
        <translation>给承办单位的说明</translation>
    </message>
    <message>
        <source>Reason (needed for another unit than the suggested one, and for a redispatch)</source>
        <translation>理由（派往非建议单位或改派时必填）</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>请选择单位</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>griddesk::DuplicateModel</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>same class</source>
        <translation>同类</translation>
    </message>
    <message>
        <source>text %1 %</source>
        <translation>文字相似 %1 %</translation>
    </message>
</context>
<context>
    <name>griddesk::EvidenceField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Take this file off</source>
        <translation>移除此文件</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard</source>
        <translation>剪贴板中没有图片</translation>
    </message>
    <message>
        <source>The picture could not be written to a temporary file</source>
        <translation>图片无法写入临时文件</translation>
    </message>
    <message>
        <source>Files are still being read</source>
        <translation>文件仍在读取</translation>
    </message>
    <message>
        <source>At most %1 files</source>
        <translation>最多 %1 个文件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>或拖放到此处</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>griddesk::EvidenceModel</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Before: %1; after: %2</source>
        <translation>处置前：%1；处置后：%2</translation>
    </message>
</context>
<context>
    <name>griddesk::EvidencePanel</name>
    <message>
        <source>%1: none</source>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>%1: %2, enlarge</source>
        <translation>%1：%2，放大</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>No pictures and no documents yet</source>
        <translation>暂无图片和文件</translation>
    </message>
</context>
<context>
    <name>griddesk::FieldFactory</name>
    <message>
        <source>%1 open, %2 overdue</source>
        <translation>在办 %1，超期 %2</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>on duty %1 +%2</source>
        <translation>在岗 %1 等 %2 人</translation>
    </message>
    <message>
        <source>on duty %1</source>
        <translation>在岗 %1</translation>
    </message>
    <message>
        <source>Search a unit</source>
        <translation>搜索单位</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>Name, code or pinyin initials</source>
        <translation>名称、代码或拼音首字母</translation>
    </message>
    <message>
        <source>Search a person</source>
        <translation>搜索人员</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>名称或代码</translation>
    </message>
    <message>
        <source>Number of the other case, or its last digits</source>
        <translation>另一案件的编号或末几位</translation>
    </message>
    <message>
        <source>Item of the duty list</source>
        <translation>权责清单事项</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Designated by %1</source>
        <translation>%1指定</translation>
    </message>
    <message>
        <source>Concluded by %1</source>
        <translation>%1会商定案</translation>
    </message>
</context>
<context>
    <name>griddesk::FilterRow</name>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部分类</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>全部来源</translation>
    </message>
    <message>
        <source>Words in this queue (Ctrl+F)</source>
        <translation>在本队列中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>事项分类</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Find here (Ctrl+F)</source>
        <translation>在此查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filters: %1</source>
        <translation>筛选：%1</translation>
    </message>
</context>
<context>
    <name>griddesk::HelpSheet</name>
    <message>
        <source>Keys and commands</source>
        <translation>快捷键与命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>griddesk::HistoryModel</name>
    <message>
        <source>same caller</source>
        <translation>同一来电人</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>同一地址</translation>
    </message>
    <message>
        <source>nearby</source>
        <translation>附近</translation>
    </message>
</context>
<context>
    <name>griddesk::IntakeFields</name>
    <message>
        <source>What is reported</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Category (name, code or pinyin)</source>
        <translation>事项分类（名称、代码或拼音首字母）</translation>
    </message>
    <message>
        <source>e.g. bllj</source>
        <translation>如 bllj</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Demand type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Pick on map</source>
        <translation>地图选点</translation>
    </message>
    <message>
        <source>Address (street, area, pinyin or grid code)</source>
        <translation>地址（道路、区域、拼音或网格编码）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>longitude, latitude</source>
        <translation>经度, 纬度</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Name of the reporter</source>
        <translation>诉求人姓名</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>门牌室号</translation>
    </message>
    <message>
        <source>Safe contact time</source>
        <translation>方便联系时间</translation>
    </message>
    <message>
        <source>Wants a call-back</source>
        <translation>要求回访</translation>
    </message>
    <message>
        <source>Contact may be given to the handler</source>
        <translation>同意向处置人员提供联系方式</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Outside order</source>
        <translation>来源工单</translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation>添加佐证材料…</translation>
    </message>
    <message>
        <source>Outside number</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>来源平台</translation>
    </message>
    <message>
        <source>Reply to the source required</source>
        <translation>需向来源回复</translation>
    </message>
    <message>
        <source>The source wants a call-back</source>
        <translation>来源要求回访</translation>
    </message>
    <message>
        <source>Due at the source: %1</source>
        <translation>来源时限：%1</translation>
    </message>
    <message>
        <source>Two numbers: longitude, latitude</source>
        <translation>请输入两个数：经度, 纬度</translation>
    </message>
    <message>
        <source>Longitude is -180 to 180 and latitude -90 to 90</source>
        <translation>经度 -180 至 180，纬度 -90 至 90</translation>
    </message>
    <message>
        <source>Outside the district</source>
        <translation>不在辖区内</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>建议承办：%1</translation>
    </message>
    <message>
        <source>Several units: consult</source>
        <translation>多个单位：提请会商</translation>
    </message>
    <message>
        <source>No unit on the duty list: consult</source>
        <translation>权责清单无对应单位：提请会商</translation>
    </message>
    <message>
        <source>Urgent first: fallback unit of the place is %1</source>
        <translation>应急先行：该地兜底单位为%1</translation>
    </message>
    <message>
        <source>Filing: %1</source>
        <translation>立案条件：%1</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>时限：%1</translation>
    </message>
    <message>
        <source>Closing: %1</source>
        <translation>结案条件：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), add…</source>
        <translation>
            <numerusform>已有 %n 个，继续添加…</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message numerus="yes">
        <source>%n filing standard(s), limits %1</source>
        <translation>
            <numerusform>共 %n 条立案标准，时限 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::IntakePage</name>
    <message>
        <source>Unfinished reports</source>
        <translation>未完成的登记</translation>
    </message>
    <message>
        <source>Paste order  Ctrl+Shift+V</source>
        <translation>粘贴工单  Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Attach the caller  Ctrl+H</source>
        <translation>追加诉求人  Ctrl+H</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>HOT</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>a category is missing</source>
        <translation>缺少事项分类</translation>
    </message>
    <message>
        <source>the demand type is missing</source>
        <translation>缺少诉求类型</translation>
    </message>
    <message>
        <source>a place inside the district is missing</source>
        <translation>缺少辖区内的地点</translation>
    </message>
    <message>
        <source>the category has no filing standard</source>
        <translation>该分类没有立案标准</translation>
    </message>
    <message>
        <source>the duty list names no single unit</source>
        <translation>权责清单未指明唯一单位</translation>
    </message>
    <message>
        <source>your post does not accept cases</source>
        <translation>当前岗位不能受理</translation>
    </message>
    <message>
        <source>your post does not dispatch</source>
        <translation>当前岗位不能派单</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter: %1</source>
        <translation>Ctrl+Shift+Enter：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n similar reports within 30 minutes: %1, %2</source>
        <translation>
            <numerusform>30 分钟内 %n 件相似上报：%1，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>what is reported, or a category</source>
        <translation>诉求内容或事项分类</translation>
    </message>
    <message>
        <source>an address or a place</source>
        <translation>地址或地点</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>还缺：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved as %1: %2</source>
        <translation>已保存，编号 %1：%2</translation>
    </message>
    <message>
        <source>Taken back; the report is in the form again</source>
        <translation>已撤回，内容已回到表单</translation>
    </message>
    <message>
        <source>There is no text to paste</source>
        <translation>剪贴板中没有文字</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) read from the order; please check them</source>
        <translation>
            <numerusform>已从工单读取 %n 个字段，请核对</numerusform>
        </translation>
    </message>
    <message>
        <source>No labels known: all of it went into the text</source>
        <translation>未识别到字段名：已全部填入诉求内容</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理登记</translation>
    </message>
    <message>
        <source>To accept it at once as well: %1</source>
        <translation>若要同时受理：%1</translation>
    </message>
    <message>
        <source>Save and dispatch</source>
        <translation>保存并派单</translation>
    </message>
    <message>
        <source>Save, accept and file</source>
        <translation>保存、受理并立案</translation>
    </message>
    <message>
        <source>Save and accept</source>
        <translation>保存并受理</translation>
    </message>
    <message>
        <source>%1; the next step was refused: %2</source>
        <translation>%1；下一步被拒绝：%2</translation>
    </message>
    <message>
        <source>Taken back; the report is among the unfinished ones</source>
        <translation>已撤回，内容在“未完成的登记”中</translation>
    </message>
</context>
<context>
    <name>griddesk::IntakeSide</name>
    <message>
        <source>Same matter?</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Nothing like it so far. Cases of the same class, place or words appear here while you type.</source>
        <translation>暂无相似案件。输入时，同类、同地或文字相近的案件会显示在这里。</translation>
    </message>
    <message>
        <source>Follow  Ctrl+J</source>
        <translation>跟进  Ctrl+J</translation>
    </message>
    <message>
        <source>Merge  Ctrl+M</source>
        <translation>并单  Ctrl+M</translation>
    </message>
    <message>
        <source>The caller joins the marked case; no new case is made</source>
        <translation>追加诉求人到所选案件，不新建案件</translation>
    </message>
    <message>
        <source>Saves this report and merges it into the marked case</source>
        <translation>保存本件并并入所选案件</translation>
    </message>
    <message>
        <source>The marked case is another matter and goes from the list</source>
        <translation>所选案件并非同一事项，从列表移除</translation>
    </message>
    <message>
        <source>Earlier cases of caller and place</source>
        <translation>来电人与地点的历史案件</translation>
    </message>
    <message>
        <source>None known for this telephone and address.</source>
        <translation>该电话与地址暂无历史案件。</translation>
    </message>
    <message>
        <source>Really new  Ctrl+N</source>
        <translation>确为新件  Ctrl+N</translation>
    </message>
</context>
<context>
    <name>griddesk::IntegerField</name>
    <message>
        <source>A whole number from 0 to %1</source>
        <translation>0 至 %1 的整数</translation>
    </message>
</context>
<context>
    <name>griddesk::KeyDialog</name>
    <message>
        <source>Change key</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Press the new key. Empty removes the key.</source>
        <translation>请按下新的快捷键；留空表示取消。</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此快捷键</translation>
    </message>
    <message>
        <source>%1 belongs to typing or to the input method. Choose a key with Ctrl or Alt, or a function key.</source>
        <translation>%1 用于打字或输入法。请使用带 Ctrl 或 Alt 的组合键，或功能键。</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” already. Choose another, or change that one first.</source>
        <translation>%1 已是“%2”的快捷键。请换一个，或先更改那一项。</translation>
    </message>
</context>
<context>
    <name>griddesk::KeyStoreAction</name>
    <message>
        <source>Unlock with this computer&apos;s key store</source>
        <translation>用本机密钥库解锁</translation>
    </message>
    <message>
        <source>The key store opens this profile no more, but it did not give its key back. %1</source>
        <translation>密钥库不再能打开这份数据，但其中的密钥没有删除。%1</translation>
    </message>
    <message>
        <source>This computer&apos;s key store opens the profile no more; the passphrase does.</source>
        <translation>本机密钥库不再打开这份数据，今后请用口令。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store opens the profile from now on; the passphrase still does.</source>
        <translation>今后由本机密钥库打开这份数据，口令仍然有效。</translation>
    </message>
</context>
<context>
    <name>griddesk::LimitField</name>
    <message>
        <source>A whole number from 1 to %1</source>
        <translation>1 至 %1 的整数</translation>
    </message>
</context>
<context>
    <name>griddesk::LineField</name>
    <message>
        <source>This is too long: at most %1 bytes</source>
        <translation>内容过长：最多 %1 字节</translation>
    </message>
    <message>
        <source>Only the digits 0–9 and a–f</source>
        <translation>只能填 0–9 和 a–f</translation>
    </message>
</context>
<context>
    <name>griddesk::MainWindow</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>没有看懂：%1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>This queue is empty.</source>
        <translation>本队列已空。</translation>
    </message>
    <message>
        <source>Ctrl+Down goes to the next queue that holds cases.</source>
        <translation>按 Ctrl+↓ 转到下一个有案件的队列。</translation>
    </message>
    <message>
        <source>This cannot be done here now.</source>
        <translation>现在这里不能做此操作。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件表</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理登记</translation>
    </message>
    <message>
        <source>Dispatch board</source>
        <translation>派单台</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Take next case</source>
        <translation>取下一件</translation>
    </message>
    <message>
        <source>Case below</source>
        <translation>下一行案件</translation>
    </message>
    <message>
        <source>Case above</source>
        <translation>上一行案件</translation>
    </message>
    <message>
        <source>Select all cases</source>
        <translation>全选案件</translation>
    </message>
    <message>
        <source>Find cases…</source>
        <translation>查找案件…</translation>
    </message>
    <message>
        <source>Next queue</source>
        <translation>下一个队列</translation>
    </message>
    <message>
        <source>Command bar</source>
        <translation>命令栏</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Queues at the left</source>
        <translation>左侧队列</translation>
    </message>
    <message>
        <source>Case at the right</source>
        <translation>右侧案件页</translation>
    </message>
    <message>
        <source>Show new cases</source>
        <translation>显示新案件</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>切换主题</translation>
    </message>
    <message>
        <source>Change language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Change person or post…</source>
        <translation>切换人员或岗位…</translation>
    </message>
    <message>
        <source>Keys and commands</source>
        <translation>快捷键与命令</translation>
    </message>
    <message>
        <source>About GridDesk</source>
        <translation>关于网格指挥台</translation>
    </message>
    <message>
        <source>Dispatch a case to a unit</source>
        <translation>把案件派给单位</translation>
    </message>
    <message>
        <source>Open a case by number</source>
        <translation>按编号打开案件</translation>
    </message>
    <message>
        <source>Go to an area or a place</source>
        <translation>前往区域或地点</translation>
    </message>
    <message>
        <source>GridDesk</source>
        <translation>网格指挥台</translation>
    </message>
    <message>
        <source>GridDesk · %1</source>
        <translation>网格指挥台 · %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>To watch</source>
        <translation>重点关注</translation>
    </message>
    <message>
        <source>My desk</source>
        <translation>我的工作</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language in use: en or zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Save filter…</source>
        <translation>保存筛选…</translation>
    </message>
    <message>
        <source>Bring back the deleted filter</source>
        <translation>恢复已删除的筛选</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列设置…</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存的筛选</translation>
    </message>
    <message>
        <source>Rename filter</source>
        <translation>重命名筛选</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>There are 50 saved filters. Delete one that is no longer needed.</source>
        <translation>已有 50 个保存的筛选，请先删除不再使用的。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Bring back “%1”</source>
        <translation>恢复“%1”</translation>
    </message>
    <message>
        <source>Filter “%1” is deleted.</source>
        <translation>筛选“%1”已删除。</translation>
    </message>
    <message>
        <source>View › Bring back the deleted filter</source>
        <translation>可在“查看”菜单中恢复</translation>
    </message>
    <message>
        <source>Morning count</source>
        <translation>早间统计</translation>
    </message>
    <message>
        <source>Conflict tray</source>
        <translation>待处理箱</translation>
    </message>
    <message>
        <source>Take back what was just saved</source>
        <translation>撤回刚才的保存</translation>
    </message>
</context>
<context>
    <name>griddesk::MapHost</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Internal material, keep safe</source>
        <translation>内部资料 注意保管</translation>
    </message>
    <message>
        <source>Map review no. %1</source>
        <translation>审图号：%1</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>griddesk::MapPage</name>
    <message>
        <source>District map</source>
        <translation>辖区地图</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Click the place on the map. Esc gives up.</source>
        <translation>请在地图上点选位置，按 Esc 取消。</translation>
    </message>
    <message>
        <source>Fit the whole district into the view and follow again (Home)</source>
        <translation>把整个辖区放进视图并恢复跟随（Home）</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Show or hide the base map</source>
        <translation>显示或隐藏底图</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Show or hide the borders of areas</source>
        <translation>显示或隐藏区划边界</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Show or hide the names of areas</source>
        <translation>显示或隐藏区划名称</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Show or hide the cases</source>
        <translation>显示或隐藏案件</translation>
    </message>
    <message>
        <source>%1: %2 cases with a place</source>
        <translation>%1：%2 件有位置的案件</translation>
    </message>
</context>
<context>
    <name>griddesk::MomentField</name>
    <message>
        <source>+2 working hours</source>
        <translation>+2 工作时</translation>
    </message>
    <message>
        <source>Tomorrow noon</source>
        <translation>明天中午</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>None</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>griddesk::MoreSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What can be done (Alt and the digit), and what is missing for the rest</source>
        <translation>可办理的操作（Alt+数字），以及其余操作还缺什么</translation>
    </message>
</context>
<context>
    <name>griddesk::MorningDialog</name>
    <message>
        <source>Morning count</source>
        <translation>早间统计</translation>
    </message>
    <message>
        <source>Group by source</source>
        <translation>按来源分组</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Reported yesterday and today</source>
        <translation>昨日和今日上报</translation>
    </message>
    <message>
        <source>Reported today</source>
        <translation>今日上报</translation>
    </message>
    <message>
        <source>Reported in the last 7 days</source>
        <translation>近7日上报</translation>
    </message>
    <message>
        <source>Reported in the last 30 days</source>
        <translation>近30日上报</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Source unknown</source>
        <translation>来源不明</translation>
    </message>
    <message>
        <source>Community unknown</source>
        <translation>社区不明</translation>
    </message>
    <message>
        <source>Click a number or press Enter to see its cases.</source>
        <translation>点击数字或按回车，查看对应案件。</translation>
    </message>
    <message>
        <source>Count again (F5)</source>
        <translation>重新统计（F5）</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>全部来源</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>source, number of cases</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No case was reported in this time.</source>
        <translation>该时段没有上报案件。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted now</source>
        <translation>刚刚统计</translation>
    </message>
    <message>
        <source>Counted %1 ago</source>
        <translation>%1前统计</translation>
    </message>
    <message>
        <source>%1, cases changed since</source>
        <translation>%1，其后案件有变动</translation>
    </message>
    <message>
        <source>The morning count is in the clipboard as text.</source>
        <translation>早间统计已复制为文本。</translation>
    </message>
    <message>
        <source>The morning count is saved: %1</source>
        <translation>早间统计已保存：%1</translation>
    </message>
</context>
<context>
    <name>griddesk::NameDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>griddesk::NearbyPanel</name>
    <message>
        <source>Tie</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Repeats and cases nearby</source>
        <translation>重复诉求与周边案件</translation>
    </message>
    <message>
        <source>No tied case and none within %1 m</source>
        <translation>没有关联案件，%1 米内也没有案件</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>griddesk::ObjectField</name>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>门牌室号</translation>
    </message>
    <message>
        <source>sealed; shown only on request</source>
        <translation>密封保存，仅凭申请查看</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>griddesk::ObjectsField</name>
    <message>
        <source>Take this line off</source>
        <translation>移除此行</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Line %1: “%2” is missing</source>
        <translation>第 %1 行：缺少“%2”</translation>
    </message>
    <message>
        <source>At most %1 lines</source>
        <translation>最多 %1 行</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
</context>
<context>
    <name>griddesk::OperationDialog</name>
    <message>
        <source>Ctrl+Enter submits · Esc puts the form away, what you wrote stays</source>
        <translation>Ctrl+Enter 提交 · Esc 收起，已填内容保留</translation>
    </message>
    <message>
        <source>Something is missing, see the marked fields.</source>
        <translation>尚有缺项，请看标记的字段。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>没有保存任何内容。</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Restored · start anew</source>
        <translation>已恢复草稿 · 重新填写</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>griddesk::OperationForm</name>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>! %1</source>
        <translation>! %1</translation>
    </message>
    <message>
        <source>Reason for another unit</source>
        <translation>改派他单位理由</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Urgent: goes to the fallback unit of the cell at once; who owns it is settled while it is handled.</source>
        <translation>紧急：立即派往单元网格的兜底单位（应急先行），处置期间再定权属。</translation>
    </message>
    <message>
        <source>Departs from item</source>
        <translation>偏离清单事项</translation>
    </message>
    <message>
        <source>The duty list names %1, not %2. The dispatch is recorded and counted as a departure from the list: say why below, or consult the units first.</source>
        <translation>权责清单的主办单位是%1，不是%2。本次派单按“偏离清单”记录并统计：请在下面写明理由，或先提请会商。</translation>
    </message>
    <message>
        <source>%1 designated %2 for this case (%3).</source>
        <translation>%1已指定%2承办本案（%3）。</translation>
    </message>
    <message>
        <source>Left empty: as the standard says, %1</source>
        <translation>不填即按立案标准：%1</translation>
    </message>
</context>
<context>
    <name>griddesk::OrdersPanel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Original text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Outside orders</source>
        <translation>来源工单</translation>
    </message>
    <message>
        <source>No outside order stands behind this case</source>
        <translation>本案没有来源工单</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未回复</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>return asked</source>
        <translation>已申请退单</translation>
    </message>
    <message>
        <source>extension asked</source>
        <translation>已申请延期</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>griddesk::Oversight</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发起</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>To</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>%1, overdue</source>
        <translation>%1，已超期</translation>
    </message>
    <message>
        <source>no reply yet</source>
        <translation>尚未回复</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>%1 of %2 units answered</source>
        <translation>已答复 %1 / %2 个单位</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>已有结论</translation>
    </message>
    <message>
        <source>The dispatch clock stands still meanwhile</source>
        <translation>会商期间派单计时暂停</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未答复</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>griddesk::OversightPanel</name>
    <message>
        <source>Supervision orders, instructions and consultations</source>
        <translation>督办、批示与会商</translation>
    </message>
</context>
<context>
    <name>griddesk::PassphraseDialog</name>
    <message>
        <source>GridDesk – passphrase</source>
        <translation>网格指挥台 – 口令</translation>
    </message>
    <message>
        <source>This profile is opened by a passphrase</source>
        <translation>打开这份数据需要口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>This passphrase does not open the profile. Nothing was changed.</source>
        <translation>口令不对，打不开这份数据；没有改动任何内容。</translation>
    </message>
    <message>
        <source>Unlock with this computer&apos;s key store</source>
        <translation>用本机密钥库解锁</translation>
    </message>
    <message>
        <source>Asking this computer&apos;s key store…</source>
        <translation>正在询问本机密钥库…</translation>
    </message>
    <message>
        <source>Whoever is signed in to this computer as you opens the profile without the passphrase.</source>
        <translation>勾选后，凡以您的账号登录本机的人，无需口令即可打开这份数据。</translation>
    </message>
</context>
<context>
    <name>griddesk::PayloadText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>marked on the map</source>
        <translation>已在地图上标定</translation>
    </message>
    <message>
        <source>The other half of this operation on two cases was refused, so neither counts.</source>
        <translation>该操作涉及两件案件，另一件未被接收，故两件均不生效。</translation>
    </message>
    <message>
        <source>It was made under rules that are not known here. Do it again under the rules in force.</source>
        <translation>该操作依据的规则版本此处没有，请按现行规则重新办理。</translation>
    </message>
    <message>
        <source>It belongs to another sub-district and was not taken over here.</source>
        <translation>该操作属于其他街道，此处未接收。</translation>
    </message>
    <message>
        <source>It does not fit what is known of this computer. Tell an administrator before doing it again.</source>
        <translation>该操作与本机登记信息不符，请先联系管理员再重新办理。</translation>
    </message>
    <message>
        <source>It was found in the salvage file after a fault of the disk and may never have been saved whole. Look at the case before doing it again.</source>
        <translation>磁盘故障后从抢救文件中找回，当时可能未完整保存。请先核对案件，再重新办理。</translation>
    </message>
    <message>
        <source>departs from the duty list</source>
        <translation>偏离权责清单</translation>
    </message>
</context>
<context>
    <name>griddesk::Phrases</name>
    <message>
        <source>Handled on the spot, the site is restored.</source>
        <translation>已到现场处置，现场已恢复。</translation>
    </message>
    <message>
        <source>The resident was told in person.</source>
        <translation>已当面告知诉求人。</translation>
    </message>
    <message>
        <source>A lasting measure was agreed: </source>
        <translation>已落实长效措施：</translation>
    </message>
    <message>
        <source>Site seen, restored.</source>
        <translation>现场已查看，已恢复。</translation>
    </message>
    <message>
        <source>Traces left: </source>
        <translation>仍有残留：</translation>
    </message>
    <message>
        <source>Not done: </source>
        <translation>未处置：</translation>
    </message>
    <message>
        <source>Not done completely: </source>
        <translation>处置不彻底：</translation>
    </message>
    <message>
        <source>The matter came back: </source>
        <translation>问题反复：</translation>
    </message>
    <message>
        <source>Belongs to the duties of </source>
        <translation>属于其他单位职责：</translation>
    </message>
    <message>
        <source>The place lies outside our area: </source>
        <translation>地点不在本辖区：</translation>
    </message>
    <message>
        <source>Agreed, dispatch anew.</source>
        <translation>同意，重新派单。</translation>
    </message>
    <message>
        <source>Not agreed: the duty list names this unit.</source>
        <translation>不同意：权责清单明确由本单位承办。</translation>
    </message>
    <message>
        <source>Material has to be ordered: </source>
        <translation>需采购材料：</translation>
    </message>
    <message>
        <source>Weather does not allow the work.</source>
        <translation>天气原因无法施工。</translation>
    </message>
    <message>
        <source>Resident reached, time on site agreed.</source>
        <translation>已联系诉求人，约定上门时间。</translation>
    </message>
    <message>
        <source>No answer, message left.</source>
        <translation>无人接听，已留言。</translation>
    </message>
    <message>
        <source>Resident confirms that it is solved.</source>
        <translation>诉求人确认已解决。</translation>
    </message>
    <message>
        <source>Resident reports it came back.</source>
        <translation>诉求人反映问题反复。</translation>
    </message>
    <message>
        <source>As reported.</source>
        <translation>情况属实。</translation>
    </message>
    <message>
        <source>Nothing found on site.</source>
        <translation>现场未发现所述情况。</translation>
    </message>
    <message>
        <source>Please reply before the deadline.</source>
        <translation>请在时限前回复。</translation>
    </message>
    <message>
        <source>Why, in words somebody else understands</source>
        <translation>写明理由，让他人看得懂</translation>
    </message>
    <message>
        <source>What has to be settled, and between whom</source>
        <translation>需要明确的问题及涉及单位</translation>
    </message>
    <message>
        <source>What is to be done together</source>
        <translation>需要共同完成的事项</translation>
    </message>
    <message>
        <source>What was found, what was done, what the resident was told</source>
        <translation>现场情况、处置措施、告知诉求人情况</translation>
    </message>
    <message>
        <source>What the check found; needed when it failed</source>
        <translation>核查情况；不通过时必填</translation>
    </message>
    <message>
        <source>What the resident said</source>
        <translation>诉求人的意见</translation>
    </message>
    <message>
        <source>What happened since</source>
        <translation>最新进展</translation>
    </message>
    <message>
        <source>Seen by everybody who sees the case. No names, no telephone numbers.</source>
        <translation>所有能看到本案的人都可见，请勿填写姓名、电话。</translation>
    </message>
    <message>
        <source>“Good day, this is the command centre of the sub-district. You reported: %1. Has it been solved? Are you satisfied with how it was handled?”</source>
        <translation>“您好，这里是街道集成指挥中心。您反映的“%1”，请问是否已经解决？对处理过程是否满意？”</translation>
    </message>
    <message>
        <source>“Good day, I am calling about what you reported: %1. When may we come?”</source>
        <translation>“您好，就您反映的“%1”与您联系，请问什么时间方便上门？”</translation>
    </message>
    <message>
        <source>Title or number of the article the answer rests on</source>
        <translation>答复所依据的知识库条目名称或编号</translation>
    </message>
    <message>
        <source>What the resident was told</source>
        <translation>已向居民答复的内容</translation>
    </message>
</context>
<context>
    <name>griddesk::PickField</name>
    <message>
        <source>Choose one from the list</source>
        <translation>请从列表中选择</translation>
    </message>
</context>
<context>
    <name>griddesk::PickListField</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Take %1 off</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Choose one from the list</source>
        <translation>请从列表中选择</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>最多 %1 个</translation>
    </message>
</context>
<context>
    <name>griddesk::PictureSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This file is no picture, or it is not on this machine</source>
        <translation>该文件不是图片，或不在本机</translation>
    </message>
</context>
<context>
    <name>griddesk::PlaceField</name>
    <message>
        <source>No place set</source>
        <translation>未设位置</translation>
    </message>
    <message>
        <source>%1 °E, %2 °N · %3</source>
        <translation>东经 %1°，北纬 %2° · %3</translation>
    </message>
    <message>
        <source>outside the district</source>
        <translation>不在辖区内</translation>
    </message>
    <message>
        <source>Street, crossing or grid code</source>
        <translation>道路、路口或网格代码</translation>
    </message>
    <message>
        <source>Pick on map</source>
        <translation>地图选点</translation>
    </message>
    <message>
        <source>Case place</source>
        <translation>案件位置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>griddesk::PurposeSheet</name>
    <message>
        <source>Say what it is for; the purpose is recorded with your name.</source>
        <translation>请说明用途；用途将与您的姓名一并记录。</translation>
    </message>
    <message>
        <source>Show the reporter&apos;s name and telephone</source>
        <translation>查看诉求人姓名与电话</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who looks, when and for what is written into the audit record. It is masked again after a minute.</source>
        <translation>何人、何时、为何查看都会记入审计记录，一分钟后自动重新遮蔽。</translation>
    </message>
    <message>
        <source>Ask back about the matter</source>
        <translation>核实情况</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Make an appointment on site</source>
        <translation>约定上门时间</translation>
    </message>
    <message>
        <source>Another purpose</source>
        <translation>其他用途</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>griddesk::QueueList</name>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>griddesk::QuickSheet</name>
    <message>
        <source>Accept, file and dispatch as suggested</source>
        <translation>按建议受理、立案并派单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Do this (Enter)</source>
        <translation>执行（回车）</translation>
    </message>
</context>
<context>
    <name>griddesk::ScreenWords</name>
    <message>
        <source>no limit</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>1 working hour</source>
        <translation>1工作时</translation>
    </message>
    <message>
        <source>%1 working hours</source>
        <translation>%1工作时</translation>
    </message>
    <message>
        <source>1 urgent hour</source>
        <translation>1紧急工作时</translation>
    </message>
    <message>
        <source>%1 urgent hours</source>
        <translation>%1紧急工作时</translation>
    </message>
    <message>
        <source>1 working day</source>
        <translation>1工作日</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1工作日</translation>
    </message>
    <message>
        <source>1 calendar day</source>
        <translation>1自然日</translation>
    </message>
    <message>
        <source>%1 calendar days</source>
        <translation>%1自然日</translation>
    </message>
    <message>
        <source>as stated by the source</source>
        <translation>按来源要求</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天%2小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>just over</source>
        <translation>刚超期</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>不足1分</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Needed: %1.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>Next step: %1.</source>
        <translation>须先办理：%1。</translation>
    </message>
    <message>
        <source>Who can do it: %1.</source>
        <translation>由 %1 处理。</translation>
    </message>
</context>
<context>
    <name>griddesk::SetupWindow</name>
    <message>
        <source>GridDesk – first start</source>
        <translation>网格指挥台——首次启动</translation>
    </message>
    <message>
        <source>Preparing the Boston data</source>
        <translation>正在准备波士顿数据</translation>
    </message>
    <message>
        <source>Preparing the demonstration sub-district</source>
        <translation>正在准备示范街道</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping; nothing half-made stays</source>
        <translation>正在停止，不会留下做了一半的内容</translation>
    </message>
    <message>
        <source>Areas, units, duty list and calendar</source>
        <translation>区域、单位、权责清单与工作日历</translation>
    </message>
    <message>
        <source>Evidence pictures</source>
        <translation>佐证图片</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>GridDesk</source>
        <translation>网格指挥台</translation>
    </message>
    <message>
        <source>Nothing was changed in %1. A backup can be brought back with: gridctl restore BACKUP --data FOLDER</source>
        <translation>%1 中的内容没有任何改动。可用以下命令恢复备份：gridctl restore 备份 --data 文件夹</translation>
    </message>
    <message>
        <source>Waiting for this computer&apos;s key store; it may ask for its own password.</source>
        <translation>正在等待本机密钥库，它可能会要求输入自己的密码。</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>改用口令</translation>
    </message>
    <message>
        <source>The profile is open; next time the passphrase is asked for again.</source>
        <translation>数据已打开；下次仍会要求输入口令。</translation>
    </message>
</context>
<context>
    <name>griddesk::Sheets</name>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Case %1 · printed %2</source>
        <translation>案件 %1 · 打印于 %2</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>分拨任务</translation>
    </message>
    <message>
        <source>Supervision, consultation</source>
        <translation>督办与会商</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>计时说明</translation>
    </message>
</context>
<context>
    <name>griddesk::StageStrip</name>
    <message>
        <source>Way of the case</source>
        <translation>案件流程</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>%1: done %2</source>
        <translation>%1：%2 完成</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>%1: the case waits here</source>
        <translation>%1：当前环节</translation>
    </message>
    <message>
        <source>%1: passed by</source>
        <translation>%1：未经过</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1：不详</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>办结方式：%1</translation>
    </message>
    <message>
        <source>%1; given back by the unit: %2</source>
        <translation>%1；单位退单 %2 次</translation>
    </message>
    <message>
        <source>%1; done again after a check or a complaint: %2</source>
        <translation>%1；返工或重办 %2 次</translation>
    </message>
    <message>
        <source>%1; not passed: %2</source>
        <translation>%1；核查未通过 %2 次</translation>
    </message>
    <message>
        <source>%1; done again: %2</source>
        <translation>%1；重新办理 %2 次</translation>
    </message>
</context>
<context>
    <name>griddesk::StandardField</name>
    <message>
        <source>This category has no standard. Correct the category first.</source>
        <translation>该类别没有立案标准，请先更正类别。</translation>
    </message>
    <message>
        <source>make safe in %1</source>
        <translation>控险 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Closed when: %1</source>
        <translation>结案条件：%1</translation>
    </message>
    <message>
        <source>Minor: may be handled by its finder</source>
        <translation>简易事项：可由发现人自行处置</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>处置时限：%1</translation>
    </message>
    <message>
        <source>Standard %1</source>
        <translation>立案标准 %1</translation>
    </message>
</context>
<context>
    <name>griddesk::StatusStrip</name>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Data: now</source>
        <translation>数据：最新</translation>
    </message>
    <message>
        <source>Data: %1 old</source>
        <translation>数据：%1前</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 项被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>没有待上传</translation>
    </message>
    <message>
        <source>last saved %1</source>
        <translation>最近保存 %1</translation>
    </message>
    <message>
        <source>Shows the refused operations</source>
        <translation>打开待处理箱</translation>
    </message>
    <message>
        <source>Shows what waits to be sent</source>
        <translation>打开待上传</translation>
    </message>
    <message>
        <source>Change the person or post (Ctrl+Shift+L)</source>
        <translation>切换人员或岗位（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>中</source>
        <comment>the button that switches to the other language</comment>
        <translation>EN</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>浅色、深色、高对比度</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language in use: en or zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date of the status line, as QDate::toString takes it</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>%1 of %2 to be sent</source>
        <translation>%2的%1待上传</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n项操作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to be sent</source>
        <translation>%1待上传</translation>
    </message>
</context>
<context>
    <name>griddesk::TimelineModel</name>
    <message>
        <source>see the tab of cases nearby</source>
        <translation>见“周边与重复”</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>griddesk::TimelineView</name>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Newest first ↓</source>
        <translation>最新在前 ↓</translation>
    </message>
    <message>
        <source>Oldest first ↑</source>
        <translation>最早在前 ↑</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>written down at %1</source>
        <translation>补录于 %1</translation>
    </message>
    <message>
        <source>held, %1 s</source>
        <translation>可撤回 %1 秒</translation>
    </message>
    <message>
        <source>%1 saved the last step. Only who saved a step can take it back.</source>
        <translation>最后一步由%1保存，只有保存人本人可以撤回。</translation>
    </message>
</context>
<context>
    <name>griddesk::Toasts</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>griddesk::TrayModel</name>
    <message>
        <source>no case</source>
        <translation>无案件</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>暂不可办</translation>
    </message>
    <message>
        <source>Possible again</source>
        <translation>可重办</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>已重办</translation>
    </message>
    <message>
        <source>Kept as a note</source>
        <translation>已转备注</translation>
    </message>
</context>
<context>
    <name>griddesk::TrayPage</name>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Refused operations</source>
        <translation>待处理箱</translation>
    </message>
    <message>
        <source>What was saved here and then refused waits until somebody decides. Nothing leaves by itself.</source>
        <translation>本机已保存但未被接收的操作在此等候处理，不会自行消失。</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>未接收原因</translation>
    </message>
    <message>
        <source>What it would have done</source>
        <translation>原拟操作</translation>
    </message>
    <message>
        <source>The case now</source>
        <translation>案件现状</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Open the form…</source>
        <translation>打开表单…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter: the form of this operation, filled with what was written</source>
        <translation>Ctrl+Shift+Enter：打开该操作的表单，带入原填内容</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>转为备注</translation>
    </message>
    <message>
        <source>Ctrl+M: what was written becomes a note on the case</source>
        <translation>Ctrl+M：将原填内容作为备注记入案件</translation>
    </message>
    <message>
        <source>Do it again  Ctrl+Enter</source>
        <translation>重新办理  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>退回待处理箱</translation>
    </message>
    <message>
        <source>Nothing was settled yet</source>
        <translation>尚无已处理的操作</translation>
    </message>
    <message>
        <source>Nothing was refused. What you save is taken over as it is.</source>
        <translation>没有未被接收的操作，您保存的操作均已接收。</translation>
    </message>
    <message>
        <source>The case would have gone from “%1” to “%2”.</source>
        <translation>案件将由“%1”转为“%2”。</translation>
    </message>
    <message>
        <source>A new case would have begun.</source>
        <translation>将新建一件案件。</translation>
    </message>
    <message>
        <source>since then: %1</source>
        <translation>其后：%1</translation>
    </message>
    <message>
        <source>There is no such case: this was to be its first operation.</source>
        <translation>尚无此案件：该操作原为其首个操作。</translation>
    </message>
    <message>
        <source>This was one half of an operation on two cases. Start it again from the list of related cases.</source>
        <translation>该操作涉及两件案件，此处只有其中一半。请从关联案件列表重新发起。</translation>
    </message>
    <message>
        <source>As it stands it would be refused again: %1</source>
        <translation>按目前情况仍不会被接收：%1</translation>
    </message>
    <message>
        <source>The rules allow it now. Both halves of the pair are done together.</source>
        <translation>按现行规则可以办理，两件案件一并办理。</translation>
    </message>
    <message>
        <source>The rules allow it now, under your name.</source>
        <translation>按现行规则可以办理，以您的名义提交。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>处理人</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw %n…</source>
        <translation>
            <numerusform>撤销 %n 项…</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Delete: shows what leaves the tray and asks for the reason</source>
        <translation>Delete：列出将撤销的操作并要求填写原因</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>未保存。</translation>
    </message>
    <message>
        <source>Refused: %1 of %2, %3.</source>
        <translation>未被接收的操作：%1，%2，%3。</translation>
    </message>
    <message>
        <source>no case</source>
        <translation>无案件</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) withdrawn; “Settled” puts them back</source>
        <translation>
            <numerusform>已撤销 %n 项操作，可在“已处理”中退回</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back: it waits to be settled again</source>
        <translation>已退回，等待重新处理</translation>
    </message>
</context>
<context>
    <name>griddesk::UndoBar</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Take back (%1 s)</source>
        <translation>撤回（%1 秒）</translation>
    </message>
</context>
<context>
    <name>griddesk::WithdrawSheet</name>
    <message numerus="yes">
        <source>Withdraw %n operation(s)</source>
        <translation>
            <numerusform>撤销 %n 项操作</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is done to the cases. The operations leave the tray and stay on record under “Settled”, from where they can be put back.</source>
        <translation>案件不受影响。这些操作将移出待处理箱，记录保留在“已处理”中，可随时退回。</translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What will be withdrawn</source>
        <translation>将撤销的操作</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Withdraw  Ctrl+Enter</source>
        <translation>撤销  Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>griddesk::WordsField</name>
    <message>
        <source>Put in</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>This is too long: at most %1 bytes</source>
        <translation>内容过长：最多 %1 字节</translation>
    </message>
</context>
</TS>
