using System.Text.Json;
using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Statistics;

public sealed class ListStatisticsValidator : AbstractValidator<ListStatistics>
{
    public ListStatisticsValidator()
    {
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

/// <summary>The shape that all methods share; what a method takes is checked by the method, which names the element at fault.</summary>
public sealed class RunStatisticValidator : AbstractValidator<RunStatistic>
{
    public RunStatisticValidator()
    {
        RuleFor(r => r.Inputs).SetValidator(new ObjectValue<RunStatistic, JsonElement>())
            .WithMessage("inputs is an object with the inputs of the method by name, such as { \"values\": [1, 2, null, 4] }.");
        RuleFor(r => r.Parameters).SetValidator(new ObjectValue<RunStatistic, JsonElement?>())
            .WithMessage("parameters is an object with the parameters of the method by name, such as { \"confidence\": 0.9 }, or absent.");
    }
}
