// Writes a C program that compiles only if structures are laid out in C# as in C. `csharp/check.sh` compiles it.

using System;
using System.Reflection;
using System.Runtime.InteropServices;

static class Layout
{
    static void Main()
    {
        Console.WriteLine("#include <osteon.h>");
        foreach (var type in typeof(Osteon.Native.osteon_error).Assembly.GetTypes())
        {
            if (type.Namespace != "Osteon.Native" || !type.IsValueType || type.IsEnum) continue;
            Console.WriteLine("_Static_assert(sizeof({0}) == {1}, \"{0}\");", type.Name, Marshal.SizeOf(type));
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            {
                Console.WriteLine("_Static_assert(offsetof({0}, {1}) == {2}, \"{0}.{1}\");",
                    type.Name, field.Name, Marshal.OffsetOf(type, field.Name));
            }
        }
    }
}
