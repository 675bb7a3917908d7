//! What the page knows, and what follows from it: Leptos' signals and memos behind types that weigh little.
//!
//! A signal or a memo of Leptos is compiled anew for every type of value, some 3 KB each time. Here all of them hold one
//! type, a shared value of any kind, and only reading it knows which.
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;
use wasm_bindgen::UnwrapThrowExt;

/// What a value must be to be kept.
pub trait Value: Send + Sync + 'static {}
impl<T: Send + Sync + 'static> Value for T {}

/// A value of some type, and how two of that type are compared.
#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

impl Kept {
    /// A value that counts as another one each time, whatever it is.
    fn fresh<T: Value>(value: T) -> Self {
        Self {
            value: Arc::new(value),
            same: |_, _| false,
        }
    }

    fn compared<T: Value + PartialEq>(value: T) -> Self {
        Self {
            value: Arc::new(value),
            same: |a, b| a.downcast_ref::<T>() == b.downcast_ref::<T>(),
        }
    }

    fn read<T: Value>(&self) -> &T {
        // State and Derived name the type that they were made with.
        self.value.downcast_ref().unwrap_throw()
    }
}

/// A value that is written.
#[derive(Debug)]
pub struct State<T>(RwSignal<Kept>, PhantomData<fn() -> T>);

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T: Value> State<T> {
    pub fn new(value: T) -> Self {
        Self(signal(Kept::fresh(value)), PhantomData)
    }

    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(now(self.0).read())
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(untrack(|| now(self.0)).read())
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    pub fn set(self, value: T) {
        put(self.0, Kept::fresh(value));
    }

    pub fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }

    /// Writes where the part of the page that it belongs to is still there.
    pub fn try_set(self, value: T) {
        if self.is_alive() {
            self.set(value);
        }
    }

    /// Whether the part of the page that it belongs to is still there.
    pub fn is_alive(self) -> bool {
        !self.0.is_disposed()
    }
}

/// A value that follows from others.
#[derive(Debug)]
pub struct Derived<T>(Memo<Kept>, PhantomData<fn() -> T>);

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Value> Derived<T> {
    /// What follows from it is looked at again only where the value differs.
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self(memo(Box::new(move || Kept::compared(value()))), PhantomData)
    }

    /// For values that cost more to compare than to follow.
    pub fn uncompared(value: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(memo(Box::new(move || Kept::fresh(value()))), PhantomData)
    }

    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(follow(self.0).read())
    }

    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(untrack(|| follow(self.0)).read())
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

fn signal(value: Kept) -> RwSignal<Kept> {
    RwSignal::new(value)
}

#[inline(never)]
fn now(signal: RwSignal<Kept>) -> Kept {
    signal.get()
}

#[inline(never)]
fn put(signal: RwSignal<Kept>, value: Kept) {
    signal.set(value);
}

#[inline(never)]
fn memo(value: Box<dyn Fn() -> Kept + Send + Sync>) -> Memo<Kept> {
    Memo::new(move |_| value())
}

#[inline(never)]
fn follow(memo: Memo<Kept>) -> Kept {
    memo.get()
}
