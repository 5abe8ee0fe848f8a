#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ../shanghai/categories.json: city-management classes with standards from classes.txt and the demands of residents
(service, mediation, consulting) from the table here. Standard library only; run again after changing a table."""

import json
import pathlib

from pinyin import initials

HERE = pathlib.Path(__file__).resolve().parent
UNITS = {"uh": "uh", "ud": "nd", "h": "wh", "d": "wd"}

# Filing and closing conditions by class, one pair per limit in the order of classes.txt. Where a class is not named the
# words of generic() are used.
MANHOLE = [("井盖缺失、移位或明显下陷，危及行人、车辆安全的", "设置围挡警示，补齐或复位井盖，消除安全隐患"),
           ("井盖破损面积大于25平方厘米的", "更换井盖，盖面完整、标识一致"),
           ("井盖松动、翻动或车辆经过有明显响声的", "加固或加装胶垫，经过无异响"),
           ("井圈周边路面破损、沉降，高差大于2厘米的", "修复路面，井盖与路面平顺")]
TEXTS = {
    "100101": MANHOLE, "100102": MANHOLE, "100103": MANHOLE, "100106": MANHOLE, "100110": MANHOLE, "100111": MANHOLE,
    "100114": MANHOLE, "100118": MANHOLE, "100123": MANHOLE,
    "100104": [("箅子缺失、移位，危及通行安全的", "设置警示并补齐复位"), ("箅子断裂、破损的", "更换箅子，安放平稳"),
               ("箅子松动、有异响的", "加固，经过无异响"), ("箅子周边路面破损、沉降的", "修复路面，与箅子平顺"),
               ("箅子堵塞、有垃圾杂物影响排水的", "清掏干净，排水通畅")],
    "100137": [("单灯不亮或闪烁的", "维修后正常照明"), ("灯杆倾斜、灯具破损的", "扶正或更换"),
               ("灯杆漏电、检修门缺失、电线裸露的", "断电警示，封闭检修门，消除隐患"), ("连续三盏以上不亮的", "查明线路故障，恢复照明")],
    "100130": [("电杆倾斜但无倾倒危险的", "扶正加固"), ("电杆破损、需要更换的", "更换或修复"), ("杆体有张贴、涂写的", "清理干净，无残留")],
    "100146": [("器材松动、缺件，有伤人危险的", "停用警示并修复"), ("器材破损需要更换部件的", "更换部件，使用正常"), ("器材锈蚀、掉漆、周边脏乱的", "除锈保洁")],
    "100154": [("充电桩不能充电、屏幕无显示的", "维修后正常使用"), ("桩体损坏需要更换的", "更换并通过检测"),
               ("接口破损、有漏电危险的", "断电警示，消除隐患"), ("车位标线、雨棚等附属设施损坏的", "修复")],
    "100204": [("站亭玻璃破碎、顶棚下垂，有伤人危险的", "清除碎片、围挡，消除隐患"), ("站牌缺失、站名错误的", "补齐、更正"),
               ("站亭座椅、灯箱损坏的", "修复"), ("站亭整体倾斜、需要更换的", "更换")],
    "100217": [("护栏倒伏、移位，影响通行的", "扶正复位"), ("护栏缺失、断开的", "补齐"), ("护栏锈蚀、掉漆严重的", "除锈补漆")],
    "100284": [("人行道板破损、缺失面积较大，需要施工的", "修复平整"), ("人行道板松动、翘起、积水的", "加固、铺平")],
    "100301": [("厕位损坏、冲水设备不能使用的", "维修后正常使用"), ("粪便外溢、地面污水横流的", "清理干净，疏通排污"),
               ("无厕纸、洗手液，照明不亮的", "补齐，恢复照明"), ("异味明显、保洁不及时的", "保洁到位，无明显异味"), ("门窗、墙面破损的", "修复")],
    "100305": [("箱体破损、缺少桶盖的", "修复或更换"), ("箱体倾倒、移位，垃圾散落的", "扶正、清理"), ("箱体脏污、有张贴的", "擦洗干净")],
    "100306": [("广告牌松动、有坠落危险的", "拆除或加固，消除隐患"), ("广告画面破损、褪色的", "更换画面"), ("夜间灯光残缺的", "修复灯光")],
    "100402": [("树木倾斜、断枝，危及行人车辆的", "修剪、支撑，消除隐患"), ("树木枯死、缺株，需要补植的", "清除并按季节补植"), ("枝条遮挡信号灯、碰触架空线的", "修剪到位")],
    "200101": [("正在搭建，尚未完工的", "现场制止，当事人停工并自行拆除"), ("已经建成的违法建筑、构筑物", "依法拆除，恢复原状，或立案查处后移交")],
    "200107": [("在沿街护栏、树木、窗外晾晒、吊挂衣物被褥的", "取下衣物，拆除绳索")],
    "200108": [("擅自架设的管线杂乱低垂的", "整理、入地或拆除"), ("管线垂落影响通行安全的", "固定或拆除，消除隐患")],
    "200110": [("道路、绿地、楼前有未清运的生活垃圾，面积小于1平方米的", "清理干净，无残留")],
    "200111": [("积存垃圾、渣土一车以上，时间较长的", "全部清运，场地平整")],
    "200112": [("路面有烟头、纸屑、积泥、油污等明显不洁的", "清扫冲洗，见本色")],
    "200113": [("路面坑洼、破损、沉降，面积大于0.1平方米的", "修补平整")],
    "200114": [("车辆运输撒落砂石、渣土、垃圾的", "清扫干净，追查责任车辆")],
    "200117": [("绿地内有垃圾、杂物的", "捡拾干净")],
    "200119": [("在树木、电杆、护栏上吊挂杂物的", "摘除，恢复原状")],
    "200120": [("露天焚烧垃圾、树叶、杂物的", "扑灭明火，清理残留，教育当事人")],
    "200128": [("商户使用音响、高音喇叭招揽顾客的", "当场制止，拆除或关闭设备")],
    "200129": [("在道路、广场、绿地露天烧烤的", "制止，清理现场油污")],
    "200130": [("向道路、雨水口倾倒餐饮污水的", "制止，冲洗路面"), ("持续偷排污水、废水的", "封堵排口，立案查处")],
    "200131": [("餐厨垃圾撒漏、滴洒污染路面的", "清理、冲洗，无油污")],
    "200135": [("在公共场所丢弃沙发、床垫等大件家具、设备的", "清运，场地整洁")],
    "200136": [("在道路、楼道口、绿地乱堆物料的", "清除，恢复畅通")],
    "200137": [("道路、绿地、水面有动物尸体的", "收集并无害化处理，现场消毒")],
    "200196": [("私装地桩、地锁、停车杆占用公共车位的", "拆除，修补地面")],
    "200192": [("垃圾箱房、废物箱满溢，垃圾落地的", "清运，擦洗箱体和地面")],
    "200193": [("居民或单位混投、混装垃圾的", "现场分拣、教育；单位屡犯的立案")],
    "200191": [("擅自占用绿地、毁坏绿化的", "停止侵害，恢复绿化或赔偿")],
    "200184": [("遛犬不牵绳、犬只扰民、无证养犬的", "教育当事人，督促办证或送检")],
    "200180": [("通信、电力线缆垂落影响通行的", "固定、抬高或剪除废弃线缆")],
    "200201": [("在墙面、电杆、地面张贴、喷涂小广告的", "清除覆盖，不留痕迹")],
    "200202": [("在街头散发广告单、卡片的", "制止，清理散落广告")],
    "200203": [("未经批准设置的小型户外广告", "拆除"), ("未经批准设置的大型户外广告", "限期拆除，消除隐患")],
    "200206": [("店招超面积、一店多招、样式不合规范的", "整改或拆除")],
    "200301": [("夜间（22时至次日6时）无证施工产生噪声的", "停止施工；有证的核对时段")],
    "200302": [("施工材料、机具、围挡违规占道的", "清退，恢复通行")],
    "200304": [("工地裸土未覆盖、作业未喷淋，扬尘明显的", "覆盖、喷淋，清扫周边道路")],
    "200307": [("围挡倾斜、有倒塌危险的", "加固、扶正"), ("围挡破损、缺失的", "修补"), ("围挡脏污、公益广告残缺的", "清洗、更换")],
    "200311": [("渣土车未密闭运输的", "责令密闭，查处违规车辆")],
    "200401": [("流动摊贩在道路、广场兜售的", "劝离，场地恢复整洁")],
    "200405": [("商店超出门窗、外墙摆卖、经营的", "物品入室，恢复通道")],
    "200406": [("占用人行道、车行道设摊经营的", "清退，恢复畅通")],
    "200410": [("非机动车占用盲道、人行道、消防通道停放的", "摆放整齐，让出通道")],
    "200493": [("共享单车企业调度不及时、成片堆积的", "企业清运、规整"), ("少量共享单车倒伏、占用盲道的", "扶正、摆放整齐")],
    "200496": [("占用、堵塞消防车通道的", "移走车辆、物品，恢复畅通")],
    "200501": [("供水管道破裂、大量漏水的", "关阀止水，设置围挡"), ("因漏水造成路面塌陷、破损的", "修复管道和路面")],
    "200502": [("燃气管道破裂、泄漏的", "关阀、警戒、疏散，消除泄漏"), ("因抢修开挖的路面", "修复路面")],
    "200503": [("排水管道堵塞、污水冒溢的", "疏通，冲洗路面"), ("管道破裂造成路面下陷危险的", "围挡警示，抢修")],
    "200505": [("道路突然塌陷、出现空洞的", "围挡警示，抢修恢复")],
    "200506": [("道路积水深度影响行人、车辆通行的", "设置警示，排除积水")],
    "200507": [("道路、桥梁积雪结冰的", "撒布、铲除，恢复通行")],
    "200508": [("架空线缆脱落在路面、绿地的", "警示，固定或移除")],
    "200596": [("外墙、阳台、广告有物品坠落危险或已经坠落的", "设置警戒，排除坠落物")],
}

# Larger changes of the flags: names of classes.
MINOR = """100305 100308 100407 200105 200106 200107 200110 200112 200114 200117 200118 200119 200135 200136 200137 200180 200192 200193
200201 200202 200207 200401 200405 200406 200410 200493 200495 200496 200404""".split()
TRANSIENT = """200107 200114 200120 200128 200129 200130 200184 200202 200301 200304 200311 200312 200401 200402 200404 200405 200406
200410 200491 200494 200495 200496""".split()
ELASTIC = "200101 200198 200199 200181 200183 200187".split()
URGENT = "100111 100449 200501 200502 200503 200505 200506 200508 200595 200596".split()
ENFORCED_MAJORS = {"2002", "2003", "2004"}
ENFORCED = """200101 200102 200103 200108 200122 200128 200129 200130 200132 200133 200138 200181 200182 200184 200187 200191 200193
200196 200197 200198 200199 200602 200696""".split()

# Demands of residents: major class, then (name, nature, limit, flags, filing, closing). Letters of `flags`: m minor, e elastic,
# t transient, u urgent. The check mode follows the nature unless named.
DEMANDS = [
    ("物业管理", [
        ("物业服务质量", "service", "5wdb", "", "保洁、保安、维修等物业服务不到位的", "物业整改并书面答复，居民认可或有明确计划"),
        ("物业纠纷", "mediation", "5wdb", "", "业主与物业企业、业委会之间产生争议的", "促成协商，形成书面意见或告知救济途径"),
        ("电梯故障", "service", "3wdb", "u", "住宅电梯停运、异响、困人的", "修复并通过检验，停运期间有替代措施"),
        ("停车难", "service", "5wdb", "e", "小区、道路停车位不足，停放无序的", "有疏导或增设方案，公示并落实"),
        ("楼道堆物", "service", "3wdb", "m", "楼道、公共部位堆放物品的", "清理完毕，张贴提示"),
        ("房屋渗漏水", "service", "5wdb", "", "屋面、外墙、管道渗漏影响居住的", "查明原因，维修或启用维修资金程序"),
        ("公共设施损坏", "service", "3wdb", "", "小区门禁、照明、道路、健身设施损坏的", "修复或公示维修计划"),
        ("维修资金使用", "service", "5wdb", "", "对维修资金使用有疑问、申请受阻的", "公开账目，说明程序"),
        ("业委会选举换届", "service", "5wdb", "", "业委会组建、换届程序受到质疑的", "核对程序并公开答复"),
    ]),
    ("噪音扰民", [
        ("社会生活噪音", "enforcement", "3wdb", "t", "广场舞、娱乐场所、家庭聚会等噪音扰民的", "劝阻、约定时段音量"),
        ("装修噪音", "service", "3wdb", "t", "非规定时段装修施工扰民的", "停止施工，约定施工时段"),
        ("设备噪音", "enforcement", "5wdb", "", "空调外机、水泵、油烟机等设备噪音超标的", "检测，隔音降噪或移位"),
        ("餐饮油烟扰民", "enforcement", "5wdb", "", "餐饮油烟、异味影响周边居民的", "清洗净化设备，检测合格或依法查处"),
    ]),
    ("矛盾纠纷", [
        ("邻里纠纷", "mediation", "5wdb", "", "相邻通行、采光、噪声、漏水等产生争议的", "双方签订调解协议，或书面告知诉讼途径"),
        ("婚姻家庭纠纷", "mediation", "5wdb", "", "婚姻、赡养、抚养、继承产生争议的", "调解结束并记录结果，涉暴力的联系公安"),
        ("房屋租赁纠纷", "mediation", "5wdb", "", "租金、押金、腾退产生争议的", "达成协议或引导诉讼、仲裁"),
        ("消费纠纷", "mediation", "5wdb", "", "退换货、预付卡、服务质量产生争议的", "退款、换货，或出具终止调解书"),
        ("劳资纠纷", "mediation", "5wdb", "", "工资、加班费、补偿产生争议的", "达成协议，或引导劳动仲裁"),
        ("医疗纠纷", "mediation", "5wdb", "", "医患双方对诊疗行为有争议的", "转医疗纠纷调解组织并跟踪结果"),
        ("施工损害纠纷", "mediation", "5wdb", "", "施工造成房屋开裂、出行不便等争议的", "鉴定、协商，形成赔偿或修复意见"),
    ]),
    ("政策咨询", [
        ("社会保障咨询", "service", "3wdb", "", "询问养老、医疗、失业保险政策的", "按现行政策答复，告知办理途径"),
        ("户籍与居住证咨询", "service", "3wdb", "", "询问落户、迁移、居住证办理的", "答复条件和材料"),
        ("入学咨询", "service", "3wdb", "", "询问幼儿园、小学、积分入学的", "答复对口学校和时间"),
        ("养老服务咨询", "service", "3wdb", "", "询问长护险、助餐、养老床位的", "答复条件和申请方式"),
        ("住房保障咨询", "service", "3wdb", "", "询问公租房、廉租房、共有产权房的", "答复条件和申请方式"),
        ("办事流程咨询", "service", "3wdb", "", "询问事项受理窗口、时间、材料的", "答复流程，可预约的代为预约"),
    ]),
    ("民生救助", [
        ("低保救助", "service", "5wdb", "", "申请最低生活保障或对结果有疑问的", "入户核查，告知结果和理由"),
        ("临时救助", "service", "3wdb", "u", "突发变故造成基本生活困难的", "核实情况，落实救助"),
        ("医疗救助", "service", "5wdb", "", "因病负担过重申请救助的", "核实材料，告知结果"),
        ("残疾人服务", "service", "5wdb", "", "辅具、补贴、康复、无障碍改造需求", "落实服务或列入计划"),
        ("独居老人关爱", "service", "3wdb", "", "独居、高龄老人需要上门关心的", "上门探访，建立定期联系"),
        ("流浪乞讨人员救助", "service", "3wdb", "t", "发现流浪、乞讨、走失人员的", "劝导、护送，或妥善安置"),
    ]),
    ("劳动保障", [
        ("劳动报酬", "enforcement", "5wdb", "", "用人单位拖欠、克扣工资的", "工资支付到位，或进入劳动监察程序"),
        ("社会保险缴纳", "enforcement", "5wdb", "", "用人单位未依法缴纳社会保险的", "督促补缴，或转主管部门"),
        ("劳动合同与工伤", "service", "5wdb", "", "未签合同、工伤认定等诉求", "告知途径，协助申请"),
    ]),
    ("市场监管", [
        ("食品安全", "enforcement", "5wdb", "u", "食品变质、有异物、无证经营的", "现场检查，依法处理并答复"),
        ("价格与计量", "enforcement", "5wdb", "", "不明码标价、短斤少两、乱收费的", "核查，责令改正"),
        ("虚假宣传", "enforcement", "5wdb", "", "广告、促销内容不实的", "核查，责令停止"),
        ("预付卡退费", "mediation", "5wdb", "", "商户停业、拒退预付卡余额的", "协商退款，线索移送主管部门"),
        ("无证无照经营", "enforcement", "5wdb", "", "未办证照从事经营的", "责令停业，引导办证或取缔"),
        ("特种设备安全", "enforcement", "3wdb", "u", "锅炉、压力容器、电梯超期未检的", "停用，限期检验"),
    ]),
    ("安全隐患", [
        ("消防隐患", "enforcement", "3wdb", "u", "疏散通道堵塞、消防设施失效的", "隐患消除，复查合格"),
        ("电动自行车违规充电", "enforcement", "3wdb", "u", "进楼入户、飞线充电的", "移出楼道，拆除飞线，宣传到户"),
        ("燃气使用隐患", "enforcement", "3wdb", "u", "软管老化、违规使用瓶装气的", "更换整改，复查合格"),
        ("群租", "enforcement", "5wdb", "e", "擅自分隔、超人数出租的", "拆除隔断，清退超员"),
        ("房屋结构安全", "enforcement", "5wdb", "u", "拆改承重墙、房屋开裂倾斜的", "停工、鉴定，采取加固或撤离措施"),
        ("高空抛物", "enforcement", "3wdb", "t", "从建筑物向外抛掷物品的", "查找当事人，宣传并加装监控"),
        ("危险化学品", "enforcement", "3wdb", "u", "违规存放、销售危险化学品的", "扣押或转移，依法处理"),
    ]),
    ("公用事业", [
        ("停水与水压", "service", "1wdb", "u", "无水、水压低、水质异常的", "恢复供水，说明原因"),
        ("停电与电压", "service", "1wdb", "u", "停电、电压不稳的", "恢复供电，说明原因"),
        ("停气与气压", "service", "1wdb", "u", "停气、气压低的", "恢复供气，说明原因"),
        ("通信网络故障", "service", "3wdb", "", "宽带、电话、有线电视中断的", "恢复通信"),
        ("抄表与收费", "service", "5wdb", "", "对水电气费用有疑问的", "核对表具和账单，书面说明"),
    ]),
    ("公共服务", [
        ("公园与文体设施", "service", "5wdb", "", "开放时间、设施维护、活动场地的诉求", "答复并整改"),
        ("公交与慢行交通", "service", "5wdb", "", "线路、站点、信号灯配时的诉求", "转主管单位，答复研究结果"),
        ("社区卫生服务", "service", "5wdb", "", "就诊预约、配药、服务态度的诉求", "核实并答复"),
        ("政务窗口服务", "service", "3wdb", "", "对窗口人员态度、效率的投诉", "核实，改进并致歉或说明"),
        ("出行无障碍", "service", "5wdb", "e", "坡道、盲道、加装扶手的诉求", "改造或列入计划"),
    ]),
    ("政务审批", [
        ("占道施工审批", "approval", "5wdb", "", "申请临时占用、挖掘道路的", "按期作出许可决定"),
        ("户外招牌设置备案", "approval", "5wdb", "", "申请设置户外招牌的", "按期办结备案"),
        ("证照办理进度", "approval", "3wdb", "", "询问或投诉证照办理进度的", "答复进度，超期的说明理由"),
        ("加装电梯手续", "approval", "5wdb", "e", "既有住宅加装电梯的申请、异议", "组织协商，答复办理阶段"),
    ]),
    ("表扬与建议", [
        ("表扬感谢", "service", "3wdb", "", "对单位、个人提出表扬的", "转达被表扬单位"),
        ("意见建议", "service", "5wdb", "", "对街道工作提出建议的", "研究答复，采纳的说明落实安排"),
        ("举报违纪违规", "enforcement", "5wdb", "", "举报工作人员违纪违规的", "按规定转办，严格保密"),
    ]),
]
CHECK_BY_NATURE = {"service": "phone", "mediation": "parties", "enforcement": "field", "approval": "document"}


def generic(name, kind, limit, nth):
    """Words for a class without its own: by how soon it must be mended."""
    amount = int(limit.rstrip("uhd"))
    unit = limit.lstrip("0123456789")
    if kind == "2":
        if nth == 0:
            return f"发现{name}现象，影响市容环境或公共秩序的", "制止或清理到位，恢复整洁有序"
        return f"{name}情形较重、需要协调整治的", "整治到位，责任单位有后续管理措施"
    if unit == "uh":
        return f"{name}缺失、移位或有漏电、坠落等危险，危及公共安全的", "设置围挡警示，排除危险"
    if unit == "h":
        return f"{name}脏污、堵塞或被遮挡，影响使用的", "清理干净，恢复使用"
    if amount == 1:
        return f"{name}有污迹、张贴、轻微松动的", "清洁、加固，外观整洁"
    if amount <= 3:
        return f"{name}破损、缺件，影响正常使用的", "维修或补齐，使用正常"
    return f"{name}整体损坏、倾斜，需要更换或施工修复的", "更换或修复，经检查完好"


def flagged(category, code, names):
    for key, codes in names.items():
        if code in codes:
            category[key] = True


def city_classes():
    categories, major, kind = [], None, None
    for group, name in (("1", "管理部件"), ("2", "管理事件")):
        categories.append({"code": group, "name": name})
    for line in (HERE / "classes.txt").read_text(encoding="utf-8").splitlines():
        words = line.split(" ")
        if line.startswith("# ") and words[1] in ("1", "2"):
            kind, major = words[1], words[1] + "0" + words[2]
            categories.append({"code": major, "parent": kind, "name": words[3]})
        if line.startswith("#") or not line:
            continue
        number, name, limits = words[0], " ".join(words[1:-1]), words[-1].split("/")
        code = major + number
        category = {"code": code, "parent": major, "name": name}
        if code in ENFORCED or major in ENFORCED_MAJORS:
            category["nature"] = "enforcement"
        flagged(category, code, {"minor": MINOR, "transient": TRANSIENT, "elastic": ELASTIC, "urgent": URGENT})
        if code in MINOR:
            category["checkMode"] = "photo"
        texts = TEXTS.get(code)
        if texts and len(texts) != len(limits):
            raise SystemExit(f"{code} {name}: {len(texts)} texts for {len(limits)} limits")
        standards = []
        for nth, limit in enumerate(limits):
            filing, closing = texts[nth] if texts else generic(name, kind, limit, nth)
            amount, unit = limit.rstrip("uhd"), limit.lstrip("0123456789")
            standard = {"id": f"{code}-{nth + 1}", "filing": filing, "closing": closing, "limits": [{"limit": amount + UNITS[unit]}]}
            danger = any(word in filing for word in ("危及", "危险", "泄漏", "破裂", "塌陷"))
            if unit == "uh" and danger:
                standard["limits"].append({"limit": "1uh", "purpose": "makeSafe", "urgency": "critical"})
            if code in MINOR:
                standard["minor"] = True
            standards.append(standard)
        category["standards"] = standards
        categories.append(category)
    return categories


def demands():
    categories = [{"code": "3", "name": "民生诉求"}]
    for nth, (major_name, classes) in enumerate(DEMANDS, 1):
        major = f"30{nth:02}"
        categories.append({"code": major, "parent": "3", "name": major_name})
        for number, (name, nature, limit, flags, filing, closing) in enumerate(classes, 1):
            code = f"{major}{number:02}"
            category = {"code": code, "parent": major, "name": name, "checkMode": CHECK_BY_NATURE[nature]}
            if nature != "service":
                category["nature"] = nature
            for letter, key in (("m", "minor"), ("e", "elastic"), ("t", "transient"), ("u", "urgent")):
                if letter in flags:
                    category[key] = True
            standard = {"id": f"{code}-1", "filing": filing, "closing": closing, "limits": [{"limit": limit}]}
            if "u" in flags:
                standard["limits"].append({"limit": "2uh", "purpose": "makeSafe", "urgency": "critical"})
            if "m" in flags:
                standard["minor"] = True
            category["standards"] = [standard]
            categories.append(category)
    return categories


def main():
    categories = city_classes() + demands()
    for category in categories:
        category["pinyin"] = initials(category["name"])
        if category.get("checkMode") == "field":
            del category["checkMode"]
    out = HERE.parent / "shanghai" / "categories.json"
    with out.open("w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in categories) + "\n]\n")
    leaves = [c for c in categories if "standards" in c]
    print(f"{len(categories)} categories, {len(leaves)} classes, {sum(len(c['standards']) for c in leaves)} standards -> {out.name}")


if __name__ == "__main__":
    main()
