using DiemSang.Core.Statistics;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>
/// Which answers of a wave are estimated from, with which weights and sampling units, and what must be said about it. Strata, units and weights come
/// with the one-time codes of a drawn sample; a wave without codes is reckoned as a simple sample.
/// </summary>
internal sealed class WaveDesign
{
    private readonly WaveAnswers _wave;
    private readonly Dictionary<string, StratumOutcome> _strata;
    private readonly List<DesignNote> _notes = [];

    private WaveDesign(WaveAnswers wave)
    {
        _wave = wave;
        _strata = wave.Strata.ToDictionary(stratum => stratum.Stratum);
        Answers = [.. wave.Counted.Where(given => !IsDrawn || Setting.CountsOutsiders || given.CodeId is not null)];
        if (Answers.Length > 0)
        {
            Design = Calibrated(IsDrawn ? Drawn() : SelfSelected());
            _notes.Add(new DesignNote(IntervalSentence));
        }
    }

    public GivenAnswer[] Answers { get; }

    /// <summary>Null when nobody's answer counts.</summary>
    public SurveyDesign? Design { get; }
    public IReadOnlyList<DesignNote> Notes => _notes;

    private ResultSetting Setting => _wave.Setting;
    private bool IsDrawn => _strata.Count > 0;

    private string IntervalSentence => Setting.Interval switch
    {
        IntervalMethod.Wald => "Khoảng tin cậy 95 % theo Wald.",
        IntervalMethod.Logit => "Khoảng tin cậy 95 % theo logit.",
        _ => "Khoảng tin cậy 95 % theo Wilson.",
    };

    /// <exception cref="SurveyDataException">A stratum has one unit and the setting asks to be told.</exception>
    public static WaveDesign Of(WaveAnswers wave) => new(wave);

    private SurveyDesign SelfSelected()
    {
        _notes.Add(new DesignNote("Người trả lời tự chọn tham gia, không phải mẫu ngẫu nhiên: khoảng tin cậy tính như mẫu đơn giản, chỉ để tham khảo."));
        return SurveyDesign.Unweighted(Answers.Length);
    }

    private SurveyDesign Drawn()
    {
        _notes.Add(new DesignNote("Mẫu được rút ngẫu nhiên: trọng số, tầng và đơn vị chọn mẫu đi theo mã một lần."));
        NoteOutsiders();
        var factors = NonResponse();
        var population = Population();
        var units = Codes(Answers.Select(given => given.Cluster == "" ? given.Id.ToString() : given.Cluster));
        NoteLonely(units);
        return new SurveyDesign(
            Answers.Length,
            Array.ConvertAll(Answers, given => given.Weight * factors.GetValueOrDefault(given.Stratum, 1)),
            [new SamplingStage { Strata = Codes(Answers.Select(given => given.Stratum)), StratumNames = [.. Answers.Select(given => given.Stratum).Distinct()], Units = units, Population = population }],
            Setting.Lonely);
    }

    private void NoteOutsiders()
    {
        var outsiders = _wave.Counted.Count(given => given.CodeId is null);
        if (outsiders > 0)
        {
            _notes.Add(Setting.CountsOutsiders
                ? new DesignNote("Tính cả {0} phiếu không có mã của mẫu, trọng số 1: kết quả không còn chỉ dựa vào mẫu ngẫu nhiên.", outsiders)
                : new DesignNote("{0} phiếu không có mã của mẫu không vào ước lượng.", outsiders));
        }
    }

    /// <summary>Per stratum, what makes those who answered stand for all who were drawn and belong to the population.</summary>
    private Dictionary<string, double> NonResponse()
    {
        if (!Setting.AdjustsNonResponse)
        {
            _notes.Add(new DesignNote("Không hiệu chỉnh theo tỷ lệ trả lời."));
            return [];
        }

        var answered = Answers.Where(given => given.CodeId is not null).GroupBy(given => given.Stratum).ToDictionary(stratum => stratum.Key, stratum => stratum.Sum(given => given.Weight));
        _notes.Add(new DesignNote("Trọng số đã hiệu chỉnh theo tỷ lệ trả lời của từng tầng."));
        foreach (var silent in _strata.Keys.Where(stratum => !answered.ContainsKey(stratum)))
        {
            _notes.Add(new DesignNote("Tầng “{0}” không có ai trả lời nên không được đại diện.", silent));
        }

        return answered.ToDictionary(stratum => stratum.Key, stratum => _strata[stratum.Key].EligibleWeight / stratum.Value);
    }

    /// <summary>Null unless every stratum's size is known and everybody was drawn.</summary>
    private double[]? Population()
    {
        if (Setting.CountsOutsiders || Answers.Any(given => _strata[given.Stratum].Population is null))
        {
            _notes.Add(new DesignNote("Phương sai tính như rút có hoàn lại (rút nhiều bậc, theo quy mô, hoặc không rõ quy mô tổng thể): sai số thường lớn hơn thực tế một chút, thiên về cẩn thận."));
            return null;
        }

        _notes.Add(new DesignNote("Sai số có hiệu chỉnh tổng thể hữu hạn."));
        return Array.ConvertAll(Answers, given => (double)_strata[given.Stratum].Population!.Value);
    }

    private void NoteLonely(int[] units)
    {
        var lonely = Answers.Select((given, row) => (given.Stratum, Unit: units[row])).GroupBy(one => one.Stratum).Count(stratum => stratum.Select(one => one.Unit).Distinct().Count() == 1);
        if (lonely > 0)
        {
            _notes.Add(new DesignNote("{0} tầng chỉ có một đơn vị mẫu: " + Setting.Lonely switch
            {
                LonelyPsu.Remove or LonelyPsu.Certainty => "không cộng vào phương sai, nên sai số bị tính nhỏ đi.",
                LonelyPsu.Average => "cộng phương sai trung bình của các tầng khác.",
                _ => "tính cả độ lệch của đơn vị đó, thiên về cẩn thận.",
            }, lonely));
        }
    }

    private SurveyDesign Calibrated(SurveyDesign design)
    {
        if (Setting.Population is not { } text)
        {
            return design;
        }

        try
        {
            var known = PopulationMargins.Read(new StringReader(text), "số dân");
            var calibrated = known.Calibrate(design, MicrodataFile.AsTable(_wave with { Answers = Answers }));
            var variables = string.Join(", ", known.Variables);
            _notes.Add(known.Variables.Count() == 1
                ? new DesignNote("Hậu phân tầng theo {0}; số dân: {1}.", variables, Setting.PopulationSource!)
                : new DesignNote("Hiệu chỉnh lặp (raking) theo {0}; số dân: {1}.", variables, Setting.PopulationSource!));
            return calibrated;
        }
        catch (SurveyDataException trouble)
        {
            _notes.Add(new DesignNote("Chưa hiệu chỉnh được theo số dân: {0}", trouble.Message));
            return design;
        }
    }

    private static int[] Codes(IEnumerable<string> names)
    {
        var codes = new Dictionary<string, int>();
        return [.. names.Select(name => codes.TryGetValue(name, out var code) ? code : codes[name] = codes.Count)];
    }
}
