//! Options as JavaScript gives them: objects where every key may be absent.
//!
//! A serde deserializer of its own, because an error must name the option and say what it may be, and
//! serde-wasm-bindgen reads only the keys it knows and never sees the misspelt one.

use crate::{Error, ErrorCode, Language};
use js_sys::{Array, Object, Reflect};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use std::fmt;
use wasm_bindgen::prelude::*;

/// The options in `given`, the defaults where it is undefined or null.
pub(super) fn read_options<T: DeserializeOwned + Default>(given: &JsValue) -> Result<T, Error> {
    if given.is_undefined() || given.is_null() {
        return Ok(T::default());
    }
    T::deserialize(Value(given.clone())).map_err(|refusal| refusal.into_error(language_of(given)))
}

/// The value of an argument that is a closed choice, such as a format.
pub(super) fn read_choice<T: DeserializeOwned>(name: &str, given: &JsValue) -> Result<T, Error> {
    T::deserialize(Value(given.clone())).map_err(|refusal| refusal.inside(name).into_error(Language::En))
}

/// The language of errors, as far as the options say it rightly.
fn language_of(options: &JsValue) -> Language {
    let asked = Reflect::get(options, &"language".into()).unwrap_or(JsValue::UNDEFINED);
    read_choice("language", &asked).unwrap_or_default()
}

/// Why a value is no option: where it stands and what may stand there.
#[derive(Debug)]
struct Refusal {
    path: String,
    allowed: Allowed,
}

#[derive(Debug)]
enum Allowed {
    OneOf(&'static [&'static str]),
    OneOfOptions(&'static [&'static str]),
    Text,
    Switch,
    Count,
    List,
    Object,
    SwitchOrObject,
    Other(String),
}

impl Refusal {
    fn new(allowed: Allowed) -> Self {
        Self { path: String::new(), allowed }
    }

    /// The same refusal, seen from the object that holds the value under `key`.
    fn inside(mut self, key: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.path = format!("{key}{dot}{}", self.path);
        self
    }

    fn into_error(self, language: Language) -> Error {
        Error::new(
            ErrorCode::BadOption,
            match language {
                Language::En => self.in_english(),
                Language::Ur => self.in_urdu(),
            },
        )
    }

    fn in_english(&self) -> String {
        let Self { path, allowed } = self;
        let may_be = match allowed {
            Allowed::OneOf(choices) => quoted(choices, ", ", " or "),
            Allowed::OneOfOptions(names) => {
                return format!("There is no option \"{path}\"; there are {}.", quoted(names, ", ", " and "));
            }
            Allowed::Text => "a string".into(),
            Allowed::Switch => "true or false".into(),
            Allowed::Count => "a whole number from 0 up".into(),
            Allowed::List => "an array".into(),
            Allowed::Object if path.is_empty() => return "The options must be an object.".into(),
            Allowed::Object => "an object".into(),
            Allowed::SwitchOrObject => "false or an object".into(),
            Allowed::Other(what) => what.clone(),
        };
        format!("The option \"{path}\" must be {may_be}.")
    }

    fn in_urdu(&self) -> String {
        let Self { path, allowed } = self;
        let may_be = match allowed {
            Allowed::OneOf(choices) => quoted(choices, "، ", " یا "),
            Allowed::OneOfOptions(names) => {
                return format!(
                    "\"{path}\" نام کا کوئی اختیار نہیں؛ اختیارات یہ ہیں: {}۔",
                    quoted(names, "، ", " اور ")
                );
            }
            Allowed::Text => "متن".into(),
            Allowed::Switch => "true یا false".into(),
            Allowed::Count => "صفر یا اس سے بڑا پورا عدد".into(),
            Allowed::List => "فہرست (array)".into(),
            Allowed::Object if path.is_empty() => return "اختیارات ایک object میں دیجیے۔".into(),
            Allowed::Object => "object".into(),
            Allowed::SwitchOrObject => "false یا object".into(),
            Allowed::Other(what) => what.clone(),
        };
        format!("اختیار \"{path}\" کی قدر {may_be} ہونی چاہیے۔")
    }
}

/// `"a", "b" or "c"`.
fn quoted(names: &[&str], comma: &str, last: &str) -> String {
    let mut list = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            list.push_str(if at + 1 == names.len() { last } else { comma });
        }
        list.push('"');
        list.push_str(name);
        list.push('"');
    }
    list
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_english())
    }
}

impl std::error::Error for Refusal {}

impl serde::de::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Allowed::Other(message.to_string()))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Allowed::OneOf(expected))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Allowed::OneOfOptions(expected)).inside(field)
    }
}

/// One JavaScript value that an option may hold.
struct Value(JsValue);

impl Value {
    fn fields(&self) -> Option<Fields> {
        // Not `instanceof Object`, which an object of another frame is not.
        let is_object = self.0.is_object() && !Array::is_array(&self.0);
        is_object.then(|| Fields { entries: Object::entries(self.0.unchecked_ref()).into_iter(), next: None })
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        if let Some(switch) = self.0.as_bool() {
            return visitor.visit_bool(switch);
        }
        let fields = self.fields().ok_or_else(|| Refusal::new(Allowed::SwitchOrObject))?;
        visitor.visit_map(fields)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_map(self.fields().ok_or_else(|| Refusal::new(Allowed::Object))?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let name = self.0.as_string().ok_or_else(|| Refusal::new(Allowed::OneOf(variants)))?;
        let name: StrDeserializer<'_, Refusal> = name.as_str().into_deserializer();
        visitor.visit_enum(name)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_some(self)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_bool(self.0.as_bool().ok_or_else(|| Refusal::new(Allowed::Switch))?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_string(self.0.as_string().ok_or_else(|| Refusal::new(Allowed::Text))?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        // Beyond what memory can hold, Infinity included, a limit is none.
        let count =
            self.0.as_f64().filter(|count| *count >= 0.0 && (count.fract() == 0.0 || count.is_infinite()));
        let count = count.ok_or_else(|| Refusal::new(Allowed::Count))?;
        visitor.visit_u64(count.min(f64::from(u32::MAX)) as u64)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let list = self.0.dyn_into::<Array>().map_err(|_| Refusal::new(Allowed::List))?;
        visitor.visit_seq(Items(list.into_iter()))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

/// The keys of an object that hold something.
struct Fields {
    entries: js_sys::ArrayIntoIter,
    next: Option<(String, JsValue)>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        self.next = self.entries.by_ref().find_map(|entry| {
            let entry = Array::from(&entry);
            let value = entry.get(1);
            let given = !value.is_undefined() && !value.is_null();
            given.then(|| (entry.get(0).as_string().unwrap_or_default(), value))
        });
        let Some((key, _)) = &self.next else { return Ok(None) };
        let key: StrDeserializer<'_, Refusal> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let (key, value) = self.next.take().ok_or_else(|| Refusal::custom("a value"))?;
        seed.deserialize(Value(value)).map_err(|refusal| refusal.inside(&key))
    }
}

/// The items of an array.
struct Items(js_sys::ArrayIntoIter);

impl<'de> SeqAccess<'de> for Items {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        self.0.next().map(|item| seed.deserialize(Value(item))).transpose()
    }
}
