using System.Text;

namespace PolicyTracker.Benchmarks.Growth;

/// <summary>
/// Words of policy texts, drawn as often as words occur in texts: the n-th most frequent about 1/n as often as the first (G. K. Zipf).
/// Rare words are made of stems and endings, so that a large text has many words that occur once.
/// </summary>
internal sealed class NaturalWords
{
    private const int Vocabulary = 12_000;

    private readonly string[] _words;
    private readonly double[] _upTo;
    private readonly bool _spaced;

    private NaturalWords(IEnumerable<string> frequent, Func<int, string> rare, bool spaced)
    {
        var known = frequent.ToList();
        _words = [.. known, .. Enumerable.Range(0, Vocabulary - known.Count).Select(rare)];
        _upTo = new double[_words.Length];
        _spaced = spaced;
        var sum = 0.0;
        for (var rank = 0; rank < _words.Length; rank++)
        {
            sum += 1.0 / (rank + 2);
            _upTo[rank] = sum;
        }
    }

    public static NaturalWords English { get; } =
        new(
            (
                "the of and to in for a on with by that is as will be from at are this its development new public national government local plan digital services "
                + "industry support energy rural data health schools investment technology innovation regions training water quality small enterprises transport standards market "
                + "infrastructure cooperation education environment security research carbon housing safety employment networks agriculture finance logistics production capacity demand "
                + "cities villages hospitals railways ports forests rivers factories laboratories teachers nurses farmers engineers households students workers pilots programmes "
                + "grants loans subsidies permits audits surveys reviews reports targets indicators funds centres platforms corridors clusters bases zones parks sites stations grids "
                + "under through between within after before during across against while where which each more most other first second"
            ).Split(' '),
            n => Stem(n) + new[] { "", "s", "ing", "ed", "ation", "al", "er", "ity" }[n % 8],
            spaced: true
        );

    public static NaturalWords Chinese { get; } =
        new(
            (
                "的 和 在 将 发展 推进 建设 加快 加强 提升 完善 支持 重点 产业 技术 创新 数字 经济 企业 服务 能力 体系 平台 网络 数据 安全 标准 市场 人才 绿色 能源 农村 城市 教育 医疗 交通 "
                + "水利 住房 就业 环境 质量 合作 开放 改革 制度 机制 政策 项目 基地 园区 工程 行动 计划 目标 指标 资金 贷款 补贴 试点 示范 研发 应用 转型 升级 融合 协同 监管 评估 统计 报告 "
                + "学校 医院 铁路 港口 森林 河流 工厂 实验室 教师 农民 工程师 居民 学生 职工 进一步 全面 深入 持续 有序 积极 稳步 一批 各地 有关 部门"
            ).Split(' '),
            n => $"{Han(n)}{Han((n * 7) + 3)}",
            spaced: false
        );

    /// <summary>So many words in a row, as a text of the language sets them.</summary>
    public string Draw(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i > 0 && _spaced ? " " : "").Append(One(random));
        }

        return text.ToString();
    }

    private string One(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _words[at < 0 ? ~at : at];
    }

    private static string Stem(int n)
    {
        string[] first = ["br", "cal", "dor", "fen", "gran", "hal", "lim", "mar", "nor", "pel", "quar", "ros", "sel", "tor", "val", "wil"];
        string[] middle = ["a", "e", "i", "o", "u", "an", "en", "ic", "or", "um"];
        string[] last = ["d", "k", "l", "m", "n", "p", "st", "t", "v", "x"];
        n /= 8;
        return first[n % 16] + middle[n / 16 % 10] + last[n / 160 % 10] + (n >= 1600 ? middle[n / 1600 % 10] : "");
    }

    private static char Han(int n) => (char)(0x4E00 + (n * 31 % 2500));
}
