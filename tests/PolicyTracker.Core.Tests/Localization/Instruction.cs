using System.Reflection;
using System.Reflection.Emit;

namespace PolicyTracker.Core.Tests.Localization;

/// <summary>One compiled instruction, with what tests of texts ask about.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Text">The literal that it loads; null for others.</param>
/// <param name="Method">The method that it calls; null for others.</param>
/// <param name="Type">The type that it is about; null for others.</param>
/// <param name="Number">The small number that it loads; null for others.</param>
internal sealed record Instruction(OpCode Code, string? Text, MethodBase? Method, Type? Type, int? Number)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>The instructions of every method of an assembly that people wrote.</summary>
    public static IEnumerable<(Type Type, List<Instruction> Instructions)> Of(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t => !IsMade(t) && t.Namespace?.Contains(".Migrations", StringComparison.Ordinal) is not true)
            .SelectMany(t =>
                t.GetMembers(
                        BindingFlags.DeclaredOnly
                            | BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.Instance
                            | BindingFlags.Static
                    )
                    .OfType<MethodBase>()
                    .Where(m => !IsMade(m))
                    .Select(m => (Outermost(t), Of(m)))
            );

    // By a generator of the SDK: expressions, messages of the log.
    private static bool IsMade(MemberInfo member) =>
        member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (member as Type ?? member.DeclaringType)?.Namespace?.StartsWith("System.", StringComparison.Ordinal) is true
        || (member is Type { DeclaringType: { } around } && IsMade(around));

    private static Type Outermost(Type type) => type.DeclaringType is { } around ? Outermost(around) : type;

    private static List<Instruction> Of(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var found = new List<Instruction>();
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var opCode = Codes[value];
            at += opCode.Size;
            found.Add(Read(method, opCode, code, at));
            at += SizeOf(opCode, code, at);
        }

        return found;
    }

    private static Instruction Read(MethodBase method, OpCode opCode, byte[] code, int at)
    {
        var typed = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var generic = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        return opCode.OperandType switch
        {
            OperandType.InlineString => new(opCode, method.Module.ResolveString(BitConverter.ToInt32(code, at)), null, null, null),
            OperandType.InlineMethod => new(
                opCode,
                null,
                method.Module.ResolveMethod(BitConverter.ToInt32(code, at), typed, generic),
                null,
                null
            ),
            OperandType.InlineType => new(
                opCode,
                null,
                null,
                method.Module.ResolveType(BitConverter.ToInt32(code, at), typed, generic),
                null
            ),
            OperandType.ShortInlineI => new(opCode, null, null, null, code[at]),
            _ => new(opCode, null, null, null, NumberOf(opCode)),
        };
    }

    private static int? NumberOf(OpCode code) =>
        code.Value >= OpCodes.Ldc_I4_0.Value && code.Value <= OpCodes.Ldc_I4_8.Value ? code.Value - OpCodes.Ldc_I4_0.Value : null;

    private static int SizeOf(OpCode opCode, byte[] code, int at) =>
        opCode.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
            _ => 4,
        };
}
