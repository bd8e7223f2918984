//! Values that JavaScript gives: options, where every key may be absent, and articles.
//!
//! A serde deserializer of its own, because an error must name the option and say what it may be, and
//! serde-wasm-bindgen reads only the keys it knows and never sees the misspelt one.

use super::refusal::{Allowed, Refusal};
use crate::{Article, Error, Language};
use js_sys::{Array, ArrayIntoIter, Object, Reflect};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
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

/// One JavaScript value.
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

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_f64(self.0.as_f64().ok_or_else(|| Refusal::new(Allowed::Number))?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let list = self.0.dyn_into::<Array>().map_err(|_| Refusal::new(Allowed::List))?;
        visitor.visit_seq(Items(list.into_iter()))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_string(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u128 f32 char str bytes byte_buf unit unit_struct newtype_struct tuple map
    }
}

/// The keys of an object that hold something.
struct Fields {
    entries: ArrayIntoIter,
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
        let (key, value) = self.next.take().ok_or_else(|| Refusal::new(Allowed::Object))?;
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
