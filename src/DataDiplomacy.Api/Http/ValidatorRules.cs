using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataDiplomacy.Core.Evidence.Statements;
using FluentValidation;

namespace DataDiplomacy.Api.Http;

/// <summary>Rules that many requests share, with one wording.</summary>
public static partial class ValidatorRules
{
    public const string DaysInOrder = "to is the last day and not before from.";

    public static IRuleBuilderOptions<T, int?> PageLimit<T>(this IRuleBuilder<T, int?> rule) =>
        rule.InclusiveBetween(1, Paging.MaxLimit).WithMessage($"limit is 1 to {Paging.MaxLimit}; use next to get more.");

    public static IRuleBuilderOptions<T, string?> ExactCount<T>(this IRuleBuilder<T, string?> rule) =>
        rule.SetValidator(new ClosedSet<T, string?>(["exact"])).WithMessage("count can only be 'exact'.");

    public static IRuleBuilderOptions<T, string?> Instant<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(v => v is null || Instants.TryParse(v, out _))
            .WithMessage("'{PropertyValue}' is no instant: write 2020-10-19T00:00:00Z, or a date, which means 00:00 UTC.");

    /// <summary>A day; nothing is no fault.</summary>
    public static IRuleBuilderOptions<T, string?> Day<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(v => v is null || Instants.DayOf(v) is not null).WithMessage("'{PropertyValue}' is no day: write 2026-06-01.");

    /// <summary>The language of a text.</summary>
    public static IRuleBuilderOptions<T, string> LanguageTag<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(v => (string?)v is not null && Languages().IsMatch(v)).WithMessage("'{PropertyValue}' is no language tag: write en, fr or pt-BR (BCP 47).");

    /// <summary>What a statement rests on: at most 100 citations that can be read.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<string>?> Cited<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule.Custom((values, context) =>
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(context.PropertyPath);
        if (values is { Count: > 100 }) context.AddFailure(name, $"{name} has at most 100 entries.");
        foreach (var value in (values ?? []).Where(v => (string?)v is null || v.Length > 2_000 || Core.Catalogue.CitedSource.Read(v) is null).Take(10))
            context.AddFailure(name, $"'{value}' is no citation: write a public record (ev-…), a version (sdg-demo@2), a DOI (doi:10.1000/182) or an address (https://…).");
    });

    public static IRuleBuilderOptions<T, string?> Period<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(v => v is null || Core.Observations.TimePeriod.TryParse(v, out _))
            .WithMessage("'{PropertyValue}' is no period: write 2020, 2020-S1, 2020-Q1, 2020-M03, 2020-W10 or 2020-03-15.");

    public static IRuleBuilderOptions<T, IReadOnlyCollection<string>?> CodeList<T>(this IRuleBuilder<T, IReadOnlyCollection<string>?> rule) =>
        rule.SetValidator(new MostCodes<T>())
            .Must(v => Paging.Codes(v).All(c => c.Length <= 100)).WithMessage("A code has at most 100 characters.");

    /// <summary>PostgreSQL stores no NUL in texts, so that no text may have one.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).Must(v => v is null || !v.Contains('\0', StringComparison.Ordinal)).WithMessage("{PropertyName} contains the character NUL.");

    /// <summary>JSON that is signed or committed to: every reader takes it for the same value, so that it is committed to as it was sent.</summary>
    public static IRuleBuilderOptionsConditions<T, JsonElement?> Interoperable<T>(this IRuleBuilder<T, JsonElement?> rule, int mostBytes) => rule.Custom((value, context) =>
    {
        if (value is not { ValueKind: JsonValueKind.Object } json)
        {
            return;
        }

        var name = JsonNamingPolicy.CamelCase.ConvertName(context.PropertyPath);
        // As text it could not be read where it is no UTF-8.
        var bytes = JsonMarshal.GetRawUtf8Value(json);
        if (bytes.Length > mostBytes)
        {
            context.AddFailure(name, string.Create(CultureInfo.InvariantCulture, $"{name} has {bytes.Length} bytes. It is a JSON object of at most {mostBytes}."));
        }
        else if (InteroperableJson.FaultOf(bytes, name) is { } fault)
        {
            context.AddFailure(fault.Path, fault.Message);
        }
    });

    public static IRuleBuilderOptions<T, string?> EnumName<T, TEnum>(this IRuleBuilder<T, string?> rule)
        where TEnum : struct, Enum =>
        rule.OneOf(WireNames.All<TEnum>());

    /// <summary>A name of a closed set, or codes of one; nothing is no fault.</summary>
    public static IRuleBuilderOptions<T, TProperty> OneOf<T, TProperty>(this IRuleBuilder<T, TProperty> rule, IReadOnlyList<string> names) =>
        rule.SetValidator(new ClosedSet<T, TProperty>(names));

    /// <summary>Checks at the door of the use case, so that no door can forget it.</summary>
    public static void Check<T>(this IValidator<T> validator, T request) => validator.ValidateAndThrow(request);

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Languages();
}
