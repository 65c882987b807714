using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Disclosure;

namespace DataDiplomacy.Core.Tests.Statistics.Disclosure;

public sealed class SuppressionAuditTests
{
    [Fact]
    public void Bounds_the_cells_of_a_hidden_rectangle()
    {
        var result = SuppressionAudit.Audit([[3, 40], [12, 2]], [[true, true], [true, true]], 5, 0.5);

        // By hand: the first cell may fall by 2 or 3 and rise by 12 or 40, whichever comes first.
        result.Primary.ShouldNotBeNull().Select(row => string.Join(' ', row)).ShouldBe(["True False", "False True"]);
        result.Cells.ShouldNotBeNull().Select(c => (c.Lower, c.Upper, c.Protected)).ShouldBe([(1, 15, true), (28, 42, false), (0, 14, true), (0, 14, true)]);
    }

    [Fact]
    public void Agrees_with_an_enumeration_of_all_tables_with_the_same_margins()
    {
        var random = new Random(31_415);
        for (var draw = 0; draw < 400; draw++)
        {
            var (rows, columns) = (random.Next(1, 4), random.Next(1, 5));
            long[][] table = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (long)random.Next(random.Next(1, 6))).ToArray())];
            bool[][] hidden = [.. table.Select(row => row.Select(_ => random.Next(4) > 0).ToArray())];

            var result = SuppressionAudit.Audit(table, hidden);

            var tables = new List<long[][]>();
            Enumerate(table, hidden, 0, [.. table.Select(row => row.ToArray())], tables);
            foreach (var cell in result.Cells.ShouldNotBeNull())
            {
                cell.Lower.ShouldBe(tables.Min(t => t[cell.Row][cell.Column]));
                cell.Upper.ShouldBe(tables.Max(t => t[cell.Row][cell.Column]));
                cell.ExactlyDisclosed.ShouldBe(cell.Lower == cell.Upper);
                cell.Protected.ShouldBe(cell.Upper - cell.Lower >= table[cell.Row][cell.Column]);
            }
        }
    }

    [Fact]
    public void Turns_with_the_table_and_follows_its_scale()
    {
        long[][] table = [[2, 10, 11, 4], [9, 1, 30, 20], [12, 40, 3, 25]];
        bool[][] hidden = [[true, true, false, false], [true, true, true, false], [false, true, true, false]];
        var plain = SuppressionAudit.Audit(table, hidden).Cells.ShouldNotBeNull();

        var turned = SuppressionAudit.Audit(Turn(table), Turn(hidden)).Cells.ShouldNotBeNull();
        var scaled = SuppressionAudit.Audit([.. table.Select(row => row.Select(count => count * 1_000_000).ToArray())], hidden).Cells.ShouldNotBeNull();

        turned.Select(c => (c.Column, c.Row, c.Lower, c.Upper)).Order().ShouldBe(plain.Select(c => (c.Row, c.Column, c.Lower, c.Upper)));
        scaled.Select(c => (c.Lower, c.Upper)).ShouldBe(plain.Select(c => (c.Lower * 1_000_000, c.Upper * 1_000_000)));
    }

    [Fact]
    public void Audits_as_many_hidden_cells_as_it_promises()
    {
        var random = new Random(7);
        long[][] table = [.. Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, 100).Select(_ => random.NextInt64(1_000_000_000_000)).ToArray())];
        bool[][] hidden = [.. Enumerable.Range(0, 100).Select(i => Enumerable.Range(0, 100).Select(j => (i + j * 7) % 5 == 0).ToArray())];

        var result = SuppressionAudit.Audit(table, hidden);

        result.Cells.ShouldNotBeNull().Count.ShouldBe(SuppressionAudit.MaxHidden);
        result.Cells.ShouldAllBe(c => c.Lower <= table[c.Row][c.Column] && c.Upper > c.Lower);
    }

    [Fact]
    public void Bounds_a_wholly_hidden_table_by_its_margins_alone()
    {
        var random = new Random(8);
        long[][] table = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 50).Select(_ => (long)random.Next(3)).ToArray())];
        var total = table.Sum(row => row.Sum());

        var result = SuppressionAudit.Audit(table, [.. table.Select(row => row.Select(_ => true).ToArray())]);

        // The Fréchet bounds.
        foreach (var cell in result.Cells.ShouldNotBeNull())
        {
            var (row, column) = (table[cell.Row].Sum(), table.Sum(r => r[cell.Column]));
            cell.Lower.ShouldBe(Math.Max(0, row + column - total));
            cell.Upper.ShouldBe(Math.Min(row, column));
        }
    }

    [Fact]
    public void Has_no_cells_where_none_is_hidden() =>
        Run("""{"table":[[1]],"suppressed":[[false]]}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":true,"primary":[[true]],"cells":[]}""");

    [Theory]
    [InlineData("[]")]
    [InlineData("[[],[]]")]
    public void Is_undefined_without_cells(string empty) => Run($$"""{"table":{{empty}},"suppressed":{{empty}}}""")
        .Result.ShouldNotBeNull().ToJsonString().ShouldBe("""{"defined":false,"reason":"insufficient_data"}""");

    [Fact]
    public void Refuses_what_is_no_table()
    {
        Should.Throw<ArgumentException>(() => SuppressionAudit.Audit([[1]], []));
        Should.Throw<ArgumentException>(() => SuppressionAudit.Audit([[1, 2], [1]], [[true, true], [true]]));
        Should.Throw<ArgumentException>(() => SuppressionAudit.Audit([[1]], [[true, true]]));
        Should.Throw<ArgumentOutOfRangeException>(() => SuppressionAudit.Audit([[-1]], [[true]]));
        Should.Throw<ArgumentOutOfRangeException>(() => SuppressionAudit.Audit([[1]], [[true]], -1));
        Should.Throw<ArgumentOutOfRangeException>(() => SuppressionAudit.Audit([[1]], [[true]], 5, -1));
    }

    [Theory]
    [InlineData("""{"table":[[1,2.5]],"suppressed":[[true,true]]}""", "{}", "inputs.table[0][1]")]
    [InlineData("""{"table":[[1,-2]],"suppressed":[[true,true]]}""", "{}", "inputs.table[0][1]")]
    [InlineData("""{"table":[[1,null]],"suppressed":[[true,true]]}""", "{}", "inputs.table[0][1]")]
    [InlineData("""{"table":[[1,2]],"suppressed":[[true]]}""", "{}", "inputs.suppressed[0]")]
    [InlineData("""{"table":[[1,2]],"suppressed":[]}""", "{}", "inputs.suppressed")]
    [InlineData("""{"table":[[1]],"suppressed":[[1]]}""", "{}", "inputs.suppressed[0][0]")]
    [InlineData("""{"table":[[1]],"suppressed":[[true]]}""", """{"primary_threshold":-1}""", "parameters.primary_threshold")]
    [InlineData("""{"table":[[1]],"suppressed":[[true]]}""", """{"protection_width":"1"}""", "parameters.protection_width")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        Run(inputs, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Takes_minus_0_for_0() => Run("{\"table\":[[-0.0]],\"suppressed\":[[true]]}", "{\"primary_threshold\":-0.0,\"protection_width\":-0.0}")
        .Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":true,");

    [Fact]
    public void Refuses_more_hidden_cells_than_it_promises()
    {
        var inputs = JsonSerializer.SerializeToElement(new { table = new[] { new int[2_001] }, suppressed = new[] { Enumerable.Repeat(true, 2_001) } });

        var error = StatisticalMethods.Run("suppression_audit", inputs, null).ShouldNotBeNull().Error.ShouldNotBeNull();

        error.ShouldBe(new StatisticalInputError("inputs.suppressed", "inputs.suppressed hides 2001 cells; at most 2000 are accepted.", true));
    }

    [Fact]
    public void Warns_about_cells_that_are_known_narrow_or_shown()
    {
        var run = Run("""{"table":[[0,9,1],[7,8,1],[9,9,9]],"suppressed":[[true,false,false],[false,false,false],[false,true,true]]}""");

        run.Warnings.ShouldBe(
        [
            "3 of 3 hidden cells follow exactly from the margins: hide more cells.",
            "2 cells are published although the primary rule hides them.",
            "A cell that is exactly disclosed counts as protected because it is 0 or protection_width is 0: go by exactly_disclosed."
        ]);
    }

    private static StatisticalRun Run(string inputs, string parameters = "{}") =>
        StatisticalMethods.Run("suppression_audit", JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static T[][] Turn<T>(T[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(row => row[j]).ToArray())];

    /// <summary>Fills the cells one after the other; what is left of the row goes to the last hidden cell of the row, and columns are checked at the end.</summary>
    private static void Enumerate(long[][] truth, bool[][] hidden, int cell, long[][] table, List<long[][]> found)
    {
        var columns = truth[0].Length;
        if (cell == truth.Length * columns)
        {
            if (Enumerable.Range(0, columns).All(j => table.Sum(row => row[j]) == truth.Sum(row => row[j]))) found.Add([.. table.Select(row => row.ToArray())]);
            return;
        }
        var (i, c) = (cell / columns, cell % columns);
        var left = truth[i].Sum() - table[i].Take(c).Sum() - Enumerable.Range(c, columns - c).Where(j => !hidden[i][j]).Sum(j => truth[i][j]);
        var last = !Enumerable.Range(c + 1, columns - c - 1).Any(j => hidden[i][j]);
        var (least, most) = !hidden[i][c] ? (truth[i][c], truth[i][c]) : last ? (left, left) : (0, left);
        for (var count = least; count <= most; count++)
        {
            table[i][c] = count;
            Enumerate(truth, hidden, cell + 1, table, found);
        }
    }
}
