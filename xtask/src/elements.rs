//! Takes out of a wasm what fills places of its table with nothing: the splitter leaves that where a part's functions go
//! once it comes, and the places of a table are empty anyway.

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ElementSection, Module};
use wasmparser::{Element, ElementItems, ElementKind, Operator, Parser};

/// The same wasm without those.
pub fn without_empty(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let rewritten = Full.parse_core_module(&mut module, Parser::new(0), wasm);
    rewritten.map_err(|error| anyhow!("taking out empty elements: {error}"))?;
    Ok(module.finish())
}

struct Full;

impl Reencode for Full {
    type Error = wasmparser::BinaryReaderError;

    fn parse_element(&mut self, elements: &mut ElementSection, element: Element<'_>) -> Result<(), Error<Self::Error>> {
        if is_empty(&element).map_err(Error::UserError)? {
            return Ok(());
        }
        utils::parse_element(self, elements, element)
    }
}

/// Whether it says of every place that nothing is there. Only what is written at the start: the code never names it.
fn is_empty(element: &Element<'_>) -> wasmparser::Result<bool> {
    let ElementItems::Expressions(_, items) = &element.items else {
        return Ok(false);
    };
    for item in items.clone() {
        if !matches!(item?.get_operators_reader().read()?, Operator::RefNull { .. }) {
            return Ok(false);
        }
    }
    Ok(matches!(element.kind, ElementKind::Active { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, Elements, Function, FunctionSection, RefType, TableSection, TableType, TypeSection,
    };

    /// A module of one function, which stands in its table between places of nothing.
    fn module(with_empty: bool) -> Vec<u8> {
        let (mut types, mut functions, mut tables) = (TypeSection::new(), FunctionSection::new(), TableSection::new());
        types.ty().function([], []);
        functions.function(0);
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 9,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let nothing = [
            ConstExpr::ref_null(wasm_encoder::HeapType::FUNC),
            ConstExpr::ref_null(wasm_encoder::HeapType::FUNC),
        ];
        let mut empty = |at| {
            if with_empty {
                let nothing = Elements::Expressions(RefType::FUNCREF, nothing.as_slice().into());
                elements.active(None, &ConstExpr::i32_const(at), nothing);
            }
        };
        empty(0);
        empty(5);
        elements.active(
            None,
            &ConstExpr::i32_const(3),
            Elements::Functions([0].as_slice().into()),
        );
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&tables)
            .section(&elements)
            .section(&code);
        module.finish()
    }

    #[test]
    fn what_is_empty_goes_and_all_else_stays() -> Result<()> {
        assert_eq!(without_empty(&module(true))?, module(false));
        assert_eq!(without_empty(&module(false))?, module(false));
        Ok(())
    }
}
