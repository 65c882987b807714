using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Relations;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Correlations;

public sealed class GetCorrelationsValidator : AbstractValidator<GetCorrelations>
{
    private const int MostCodes = 30;
    private const int MostControls = 5;

    public GetCorrelationsValidator()
    {
        const string SomeSeries = "series names 1 to 30 codes, such as series=EG_ELC_ACCS,SI_POV_DAY1.";
        const string SomeAreas = "area names 1 to 30 areas, such as area=404.";
        RuleFor(r => r.Series).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(SomeSeries).Must(s => Paging.Codes(s).Count is > 0 and <= MostCodes).WithMessage(SomeSeries).CodeList();
        RuleFor(r => r.Area).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(SomeAreas).Must(a => Paging.Codes(a).Count is > 0 and <= MostCodes).WithMessage(SomeAreas).CodeList();
        RuleFor(r => r.Series).Must((r, s) => Paging.Codes(s).Count != 1 || Paging.Codes(r.Area).Count != 1)
            .WithMessage("A correlation needs two variables: name a second series or a second area.");
        RuleFor(r => r.With).CodeList().Must(w => Paging.Codes(w).Count <= MostControls).WithMessage("with names at most 5 series.");
        RuleFor(r => r.Lags).InclusiveBetween(0, SeriesPair.MaxLag).WithMessage("lags lies between 0 and 20.");
        RuleFor(r => r.Mode).EnumName<GetCorrelations, SeriesPairMode>();
        RuleFor(r => r.Confidence).ExclusiveBetween(0, 1)
            .WithMessage("confidence lies between 0 and 1, both excluded, such as confidence=0.9.");
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.AsOf).Instant();
    }
}
