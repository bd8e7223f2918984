//! Values that JavaScript gives: options, where every key may be absent, and articles.
//!
//! A serde deserializer of its own, because an error must name the option and say what it may be, and
//! serde-wasm-bindgen reads only the keys it knows and never sees the misspelt one.

use super::refusal::Refusal;
use crate::messages::quoted;
use crate::{Article, Error, Language};
use js_sys::{Array, ArrayIntoIter, Object, Reflect};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::*;

/// The options in `given`, the defaults where it is undefined or null.
pub(super) fn read_options<T: DeserializeOwned + Default>(given: &JsValue) -> Result<T, Error> {
    if given.is_undefined() || given.is_null() {
        return Ok(T::default());
    }
    T::deserialize(Value(given.clone())).map_err(|refusal| refusal.of_option(language_of(given)))
}

/// The value of an argument that is a closed choice, such as a format.
pub(super) fn read_choice<T: DeserializeOwned>(name: &str, given: &JsValue) -> Result<T, Error> {
    T::deserialize(Value(given.clone())).map_err(|refusal| refusal.inside(name).of_option(Language::En))
}

/// An article as `extract` gave it.
pub(super) fn read_article(given: JsValue) -> Result<Article, Error> {
    serde::Deserialize::deserialize(Value(given)).map_err(Refusal::of_article)
}

/// The language of errors, as far as the options say it rightly.
fn language_of(options: &JsValue) -> Language {
    let asked = Reflect::get(options, &"language".into()).unwrap_or(JsValue::UNDEFINED);
    read_choice("language", &asked).unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    /// Fails where an object cannot be turned into a string.
    #[wasm_bindgen(js_name = String, catch)]
    fn js_string(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// The value as a message shows it.
fn shown(value: &JsValue) -> String {
    let text = js_string(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
    if value.is_string() { quoted(&text) } else { text }
}

/// One JavaScript value.
struct Value(JsValue);

/// What a value holds. None of these is inlined: reading an article asks in a hundred places.
impl Value {
    #[cold]
    #[inline(never)]
    fn refused(&self, kind: &'static str) -> Refusal {
        Refusal::of(shown(&self.0), kind)
    }

    #[inline(never)]
    fn switch(&self) -> Result<bool, Refusal> {
        self.0.as_bool().ok_or_else(|| self.refused("allowed.switch"))
    }

    #[inline(never)]
    fn text(&self) -> Result<String, Refusal> {
        self.0.as_string().ok_or_else(|| self.refused("allowed.text"))
    }

    #[inline(never)]
    fn number(&self) -> Result<f64, Refusal> {
        self.0.as_f64().ok_or_else(|| self.refused("allowed.number"))
    }

    /// Beyond what memory can hold, Infinity included, a limit is none.
    #[inline(never)]
    fn count(&self) -> Result<u64, Refusal> {
        let count =
            self.0.as_f64().filter(|count| *count >= 0.0 && (count.fract() == 0.0 || count.is_infinite()));
        count.map(|count| count.min(f64::from(u32::MAX)) as u64).ok_or_else(|| self.refused("allowed.count"))
    }

    #[inline(never)]
    fn items(&self) -> Result<Items, Refusal> {
        let list = self.0.dyn_ref::<Array>().cloned().ok_or_else(|| self.refused("allowed.list"))?;
        Ok(Items(list.into_iter()))
    }

    #[inline(never)]
    fn fields(&self, kind: &'static str) -> Result<Fields, Refusal> {
        // Not `instanceof Object`, which an object of another frame is not.
        if !self.0.is_object() || Array::is_array(&self.0) {
            return Err(self.refused(kind));
        }
        Ok(Fields { entries: Object::entries(self.0.unchecked_ref()).into_iter(), next: None })
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0.as_bool() {
            Some(switch) => visitor.visit_bool(switch),
            None => visitor.visit_map(self.fields("allowed.switch-or-object")?),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_map(self.fields("allowed.object")?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let name = self.0.as_string().ok_or_else(|| Refusal::one_of(shown(&self.0), variants))?;
        let name: StrDeserializer<'_, Refusal> = name.as_str().into_deserializer();
        visitor.visit_enum(name)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_some(self)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_bool(self.switch()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_u64(self.count()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_u64(self.count()?)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_u64(self.count()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u128 f32 char str bytes byte_buf unit unit_struct newtype_struct tuple map identifier
    }
}

/// The keys of an object that hold something.
struct Fields {
    entries: ArrayIntoIter,
    next: Option<(String, JsValue)>,
}

impl Fields {
    #[inline(never)]
    fn advance(&mut self) {
        self.next = self.entries.by_ref().find_map(|entry| {
            let entry = Array::from(&entry);
            let value = entry.get(1);
            let given = !value.is_undefined() && !value.is_null();
            given.then(|| (entry.get(0).as_string().unwrap_or_default(), value))
        });
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        self.advance();
        let Some((key, _)) = &self.next else { return Ok(None) };
        let key: StrDeserializer<'_, Refusal> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let (key, value) = self.next.take().ok_or_else(|| Refusal::custom("a value after each key"))?;
        seed.deserialize(Value(value)).map_err(|refusal| refusal.inside(&key))
    }
}

/// The items of an array.
struct Items(ArrayIntoIter);

impl<'de> SeqAccess<'de> for Items {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        self.0.next().map(|item| seed.deserialize(Value(item))).transpose()
    }
}
