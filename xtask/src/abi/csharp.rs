//! The declarations of the C ABI in C#, for P/Invoke: bindings/c/csharp/Osteon.cs.
//!
//! Names stay those of the header, so that its documentation can be found. Structures are laid out as in C; a pointer
//! to what cannot be a C# type is an `IntPtr`; a handle is a `SafeHandle` that frees itself.

use std::fmt::Write as _;

use super::header::{Header, Item, Member, first_sentence};

const HEAD: &str = "\
// The C ABI of Osteon for P/Invoke, written from include/osteon.h by `cargo xtask abi`: do not edit.
// Documentation is in the header. Every `size` is to be set to Marshal.SizeOf of its structure before a call.

using System;
using System.Runtime.InteropServices;

namespace Osteon.Native
{
";

struct Names<'a> {
    header: &'a Header,
}

impl Names<'_> {
    fn is(&self, name: &str, sort: fn(&Item) -> Option<&String>) -> bool {
        self.header.items.iter().any(|(item, _)| sort(item).is_some_and(|known| known == name))
    }

    fn is_enum(&self, name: &str) -> bool {
        self.is(name, |item| if let Item::Enum { name, .. } = item { Some(name) } else { None })
    }

    fn is_struct(&self, name: &str) -> bool {
        self.is(name, |item| if let Item::Struct { name, .. } = item { Some(name) } else { None })
    }

    fn is_opaque(&self, name: &str) -> bool {
        self.is(name, |item| if let Item::Opaque { name } = item { Some(name) } else { None })
    }

    fn is_callback(&self, name: &str) -> bool {
        self.is(name, |item| if let Item::Callback { name, .. } = item { Some(name) } else { None })
    }

    /// The type of a member; pointers of any sort are addresses.
    fn value(&self, of: &str) -> Result<String, String> {
        let plain = of.trim_start_matches("const ").trim();
        Ok(match plain {
            pointer if pointer.ends_with('*') => "IntPtr".to_owned(),
            "uint8_t" => "byte".to_owned(),
            "int32_t" | "int" => "int".to_owned(),
            "uint16_t" => "ushort".to_owned(),
            "uint32_t" => "uint".to_owned(),
            "int64_t" => "long".to_owned(),
            "uint64_t" => "ulong".to_owned(),
            "size_t" => "UIntPtr".to_owned(),
            "ptrdiff_t" => "IntPtr".to_owned(),
            "float" => "float".to_owned(),
            "double" => "double".to_owned(),
            "void" => "void".to_owned(),
            named if self.is_enum(named) || self.is_struct(named) || self.is_callback(named) => {
                named.to_owned()
            }
            other => return Err(format!("{other} has no type in C#")),
        })
    }

    /// The type of a parameter: a structure by reference, a handle as one, a list as an array.
    fn parameter(&self, one: &Member, next: Option<&Member>) -> Result<String, String> {
        let plain = one.of.trim_start_matches("const ").trim();
        let is_const = plain.len() < one.of.len();
        let (base, stars) = (plain.trim_end_matches('*'), plain.len() - plain.trim_end_matches('*').len());
        let name = escaped(&one.name);
        let counted = next.is_some_and(|next| next.of == "size_t" && next.name.ends_with("count"));
        Ok(match stars {
            2 if self.is_opaque(base) => format!("out {base}_handle {name}"),
            1 if self.is_opaque(base) => format!("{base}_handle {name}"),
            1 if self.is_struct(base) && counted && is_const => format!("[In] {base}[] {name}"),
            1 if self.is_struct(base) && counted => format!("[In, Out] {base}[] {name}"),
            1 if self.is_struct(base) || (self.is_enum(base) && !counted) => format!("ref {base} {name}"),
            1 if matches!(base, "double" | "uint32_t" | "int32_t" | "size_t") && !counted && !is_const => {
                format!("out {} {name}", self.value(base)?)
            }
            _ => format!("{} {name}", self.value(&one.of)?),
        })
    }
}

/// Names that C# has taken.
fn escaped(name: &str) -> String {
    if matches!(
        name,
        "out" | "in" | "ref" | "params" | "checked" | "object" | "string" | "value" | "event" | "is" | "as"
    ) {
        format!("@{name}")
    } else {
        name.to_owned()
    }
}

fn said(text: &str, indent: &str) -> String {
    let sentence = first_sentence(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if sentence.is_empty() { String::new() } else { format!("{indent}/// <summary>{sentence}</summary>\n") }
}

/// The whole file. Writing into a string does not fail.
pub(crate) fn written(header: &Header) -> Result<String, String> {
    let names = Names { header };
    let (mut types, mut constants, mut calls) = (String::new(), String::new(), String::new());
    for (item, says) in &header.items {
        match item {
            Item::Constant { name, value } => {
                let _ = writeln!(
                    constants,
                    "{}        public const uint {name} = {value};",
                    said(says, "        ")
                );
            }
            Item::Enum { name, values } => {
                let _ = writeln!(types, "{}    public enum {name} : int\n    {{", said(says, "    "));
                for value in values {
                    let own =
                        value.name.strip_prefix(&format!("{}_", name.to_uppercase())).unwrap_or(&value.name);
                    let _ =
                        writeln!(types, "{}        {own} = {},", said(&value.says, "        "), value.number);
                }
                types.push_str("    }\n\n");
            }
            Item::Struct { name, members } => {
                let head = "    [StructLayout(LayoutKind.Sequential)]\n    public struct";
                let _ = writeln!(types, "{}{head} {name}\n    {{", said(says, "    "));
                for member in members {
                    let of = names.value(&member.of)?;
                    let text = said(&member.says, "        ");
                    let _ = writeln!(types, "{text}        public {of} {};", escaped(&member.name));
                }
                types.push_str("    }\n\n");
            }
            Item::Opaque { name } => handle(&mut types, name, says),
            Item::Callback { name, result, parameters } => {
                let list = parameters
                    .iter()
                    .map(|one| Ok(format!("{} {}", names.value(&one.of)?, escaped(&one.name))));
                let list = list.collect::<Result<Vec<_>, String>>()?.join(", ");
                let head = "    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]\n    public delegate";
                let _ = writeln!(
                    types,
                    "{}{head} {} {name}({list});\n",
                    said(says, "    "),
                    names.value(result)?
                );
            }
            Item::Call { name, .. } if name == "osteon_deliberate_panic" => {}
            Item::Call { name, result, parameters } => {
                let list = parameters.iter().enumerate().map(|(place, one)| {
                    // A handle is freed by the address that its SafeHandle holds.
                    if name.ends_with("_free") {
                        return Ok(format!("IntPtr {}", escaped(&one.name)));
                    }
                    names.parameter(one, parameters.get(place + 1))
                });
                let list = list.collect::<Result<Vec<_>, String>>()?.join(", ");
                let head = "        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]\n        public static extern";
                let _ = writeln!(
                    calls,
                    "{}{head} {} {name}({list});\n",
                    said(says, "        "),
                    names.value(result)?
                );
            }
        }
    }
    let library = "        /// <summary>osteon.dll, libosteon.so or libosteon.dylib.</summary>\n        public const string Library = \"osteon\";\n\n";
    let calls = calls.trim_end();
    Ok(format!(
        "{HEAD}{types}    public static class Osteon\n    {{\n{library}{constants}\n{calls}\n    }}\n}}\n"
    ))
}

/// A handle that frees itself, once.
fn handle(types: &mut String, name: &str, says: &str) {
    let _ = write!(
        types,
        "{}    public sealed class {name}_handle : SafeHandle
    {{
        public {name}_handle() : base(IntPtr.Zero, true) {{ }}

        public override bool IsInvalid {{ get {{ return handle == IntPtr.Zero; }} }}

        protected override bool ReleaseHandle()
        {{
            Osteon.{name}_free(handle);
            return true;
        }}
    }}

",
        said(says, "    ")
    );
}
