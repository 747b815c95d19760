package hobson.export;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.MTD_void;

import hobson.export.Shape.Trait;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes Java classes of shapes, with the annotations that Stapler reads. */
final class ShapeClasses extends ClassLoader {
    private static final ClassDesc BEAN = ClassDesc.of("hobson.export.GeneratedBean");
    private static final ClassDesc EXPORTED = ClassDesc.of("org.kohsuke.stapler.export.Exported");
    private static final ClassDesc EXPORTED_BEAN = ClassDesc.of("org.kohsuke.stapler.export.ExportedBean");

    private final Map<String, Shape> shapes = new HashMap<>();

    ShapeClasses(List<Shape> shapes) {
        super(ShapeClasses.class.getClassLoader());
        for (var shape : shapes) this.shapes.put(shape.name(), shape);
    }

    Map<Shape, Class<?>> load() {
        var classes = new HashMap<Shape, Class<?>>();
        for (var shape : shapes.values()) {
            try {
                classes.put(shape, loadClass(shape.name()));
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var shape = shapes.get(name);
        if (shape == null) throw new ClassNotFoundException(name);
        byte[] bytes = ClassFile.of().build(shape.desc(), type -> write(shape, type));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static void write(Shape shape, ClassBuilder type) {
        var superclass = shape.parent() == null ? BEAN : shape.parent().desc();
        type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER).withSuperclass(superclass);
        if (shape.parent() == null || shape.visibility() != 0) {
            var mark = shape.visibility() == 0
                    ? Annotation.of(EXPORTED_BEAN)
                    : Annotation.of(EXPORTED_BEAN, AnnotationElement.ofInt("defaultVisibility", shape.visibility()));
            type.with(RuntimeVisibleAnnotationsAttribute.of(mark));
        }
        type.withMethodBody(
                "<init>",
                MTD_void,
                ClassFile.ACC_PUBLIC,
                code -> code.aload(0)
                        .invokespecial(superclass, "<init>", MTD_void)
                        .return_());
        for (var trait : shape.traits()) write(shape, trait, type);
    }

    private static void write(Shape shape, Trait trait, ClassBuilder type) {
        var getter = MethodTypeDesc.of(trait.type().returns());
        type.withMethod(getterName(trait), getter, ClassFile.ACC_PUBLIC, method -> {
            method.with(RuntimeVisibleAnnotationsAttribute.of(mark(trait)));
            var signature = trait.type().signature();
            if (signature != null) {
                method.with(SignatureAttribute.of(MethodSignature.of(Signature.parseFrom(signature))));
            }
            method.withCode(code -> body(shape, trait, code));
        });
    }

    private static String getterName(Trait trait) {
        return "get" + Character.toUpperCase(trait.name().charAt(0))
                + trait.name().substring(1);
    }

    private static Annotation mark(Trait trait) {
        var elements = new ArrayList<AnnotationElement>();
        if (!XmlNames.decapitalised(getterName(trait).substring(3)).equals(trait.name())) {
            elements.add(AnnotationElement.ofString("name", trait.name()));
        }
        elements.add(AnnotationElement.ofInt("visibility", trait.show().visibility()));
        elements.add(AnnotationElement.ofBoolean("inline", trait.show().inlined()));
        elements.add(AnnotationElement.ofBoolean("skipNull", trait.show().nullSkipped()));
        elements.add(AnnotationElement.ofBoolean("merge", trait.merged()));
        if (trait.verbose()) elements.add(AnnotationElement.ofString("verboseMap", "key/value"));
        return Annotation.of(EXPORTED, elements);
    }

    private static void body(Shape shape, Trait trait, CodeBuilder code) {
        var returns = trait.type().returns();
        code.aload(0).ldc(trait.name());
        if (!returns.isPrimitive()) {
            code.invokevirtual(shape.desc(), "read", MethodTypeDesc.of(CD_Object, CD_String))
                    .checkcast(returns)
                    .areturn();
            return;
        }
        var boxed = box(returns);
        code.invokevirtual(shape.desc(), "readPresent", MethodTypeDesc.of(CD_Object, CD_String))
                .checkcast(boxed)
                .invokevirtual(boxed, returns.displayName() + "Value", MethodTypeDesc.of(returns))
                .return_(TypeKind.from(returns));
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (primitive.displayName()) {
            case "int" -> ConstantDescs.CD_Integer;
            case "long" -> ConstantDescs.CD_Long;
            case "short" -> ConstantDescs.CD_Short;
            case "boolean" -> ConstantDescs.CD_Boolean;
            case "double" -> ConstantDescs.CD_Double;
            case "float" -> ConstantDescs.CD_Float;
            default -> ConstantDescs.CD_Character;
        };
    }
}
